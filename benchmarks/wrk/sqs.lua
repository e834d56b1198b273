-- Sends, receives and deletes in turn, over awsJson. Every thread keeps the receipt handles that its answers bring, and deletes
-- what it received; without any it receives. The bare server answers every request with a message, so that the same script drives
-- it. With BATCH=10 each request is about ten messages.

local address = os.getenv("ADDRESS") or "127.0.0.1:4566"
local queue = os.getenv("QUEUE_URL") or "http://127.0.0.1:4566/000000000000/Benchmark"
local batch = tonumber(os.getenv("BATCH") or "1")
local authorization = "AWS4-HMAC-SHA256 Credential=benchmark/20260101/us-east-1/sqs/aws4_request, "
  .. "SignedHeaders=content-type;host;x-amz-date;x-amz-target, "
  .. "Signature=0000000000000000000000000000000000000000000000000000000000000000"
local message = '"MessageBody":"{\\"order\\":4711,\\"customer\\":\\"Sarah\\",\\"amount\\":\\"12.50\\"}"}'
local LONGEST = 512

local function head(operation)
  return "POST / HTTP/1.1\r\nHost: " .. address .. "\r\nContent-Type: application/x-amz-json-1.0\r\n"
    .. "User-Agent: aws-sdk-java/2.40.2 wrk\r\nX-Amz-Date: 20260101T000000Z\r\n"
    .. "X-Amz-Target: AmazonSQS." .. operation .. "\r\nAuthorization: " .. authorization .. "\r\nContent-Length: "
end

local function post(operation, json)
  return head(operation) .. #json .. "\r\n\r\n" .. json
end

-- A list of as many entries as a batch has; each begins with its number.
local function entries(rest)
  local list = {}
  for i = 1, batch do
    list[i] = '{"Id":"' .. i .. '",' .. rest(i)
  end
  return '{"QueueUrl":"' .. queue .. '","Entries":[' .. table.concat(list, ",") .. "]}"
end

local send, receive
if batch == 1 then
  send = post("SendMessage", '{"QueueUrl":"' .. queue .. '",' .. message)
  receive = post("ReceiveMessage", '{"QueueUrl":"' .. queue .. '"}')
else
  send = post("SendMessageBatch", entries(function() return message end))
  receive = post("ReceiveMessage", '{"QueueUrl":"' .. queue .. '","MaxNumberOfMessages":' .. batch .. "}")
end
local deleteHead = head("DeleteMessage")
local deleteStart = '{"QueueUrl":"' .. queue .. '","ReceiptHandle":"'

local handles = {}
local first, last, turn = 1, 0, 0

local function take()
  local handle = handles[first]
  handles[first] = nil
  first = first + 1
  return handle
end

local function delete()
  if batch == 1 then
    local handle = take()
    return deleteHead .. (#deleteStart + #handle + 2) .. "\r\n\r\n" .. deleteStart .. handle .. '"}'
  end
  return post("DeleteMessageBatch", entries(function() return '"ReceiptHandle":"' .. take() .. '"}' end))
end

function request()
  turn = turn + 1
  if turn == 3 then
    turn = 0
    return last - first + 1 >= batch and delete() or receive
  end
  return turn == 1 and send or receive
end

function response(status, headers, text)
  if batch > 1 and string.find(text, '"Failed":[{', 1, true) then
    io.stderr:write("entries of a batch failed: " .. text .. "\n")
    os.exit(1)
  end
  local _, start = string.find(text, '"ReceiptHandle":', 1, true)
  while start and last - first < LONGEST do
    local _, quote = string.find(text, '"', start + 1, true)
    local stop = string.find(text, '"', quote + 1, true)
    last = last + 1
    handles[last] = string.sub(text, quote + 1, stop - 1)
    _, start = string.find(text, '"ReceiptHandle":', stop, true)
  end
end

-- Traffic that leaves the machine air to breathe: every connection waits so many milliseconds before each request.
local pause = tonumber(os.getenv("PAUSE_MILLIS") or "")
if pause then
  function delay()
    return pause
  end
end
