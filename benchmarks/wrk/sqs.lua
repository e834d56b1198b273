-- Sends, receives and deletes in turn, over awsJson. Every thread keeps the receipt handles that its answers bring, and deletes
-- what it received; without one it sends. The bare server answers every request with a message, so that the same script drives it.

local queue = os.getenv("QUEUE_URL") or "http://127.0.0.1:4566/000000000000/Benchmark"
local authorization = "AWS4-HMAC-SHA256 Credential=benchmark/20260101/us-east-1/sqs/aws4_request, "
  .. "SignedHeaders=content-type;host;x-amz-date;x-amz-target, "
  .. "Signature=0000000000000000000000000000000000000000000000000000000000000000"
local body = '{"QueueUrl":"' .. queue .. '","MessageBody":"{\\"order\\":4711,\\"customer\\":\\"Sarah\\",\\"amount\\":\\"12.50\\"}"}'

local function head(operation)
  return "POST / HTTP/1.1\r\nHost: 127.0.0.1:4566\r\nContent-Type: application/x-amz-json-1.0\r\n"
    .. "User-Agent: aws-sdk-java/2.40.2 wrk\r\nX-Amz-Date: 20260101T000000Z\r\n"
    .. "X-Amz-Target: AmazonSQS." .. operation .. "\r\nAuthorization: " .. authorization .. "\r\nContent-Length: "
end

local function post(operation, json)
  return head(operation) .. #json .. "\r\n\r\n" .. json
end

local send = post("SendMessage", body)
local receive = post("ReceiveMessage", '{"QueueUrl":"' .. queue .. '"}')
local deleteHead = head("DeleteMessage")
local deleteStart = '{"QueueUrl":"' .. queue .. '","ReceiptHandle":"'
local LONGEST = 512

local handles = {}
local first, last, turn = 1, 0, 0

function request()
  turn = turn + 1
  if turn == 3 then
    turn = 0
    if first <= last then
      local handle = handles[first]
      handles[first] = nil
      first = first + 1
      return deleteHead .. (#deleteStart + #handle + 2) .. "\r\n\r\n" .. deleteStart .. handle .. '"}'
    end
    return receive
  end
  return turn == 1 and send or receive
end

function response(status, headers, text)
  local _, start = string.find(text, '"ReceiptHandle":"', 1, true)
  if start and last - first < LONGEST then
    last = last + 1
    handles[last] = string.sub(text, start + 1, string.find(text, '"', start + 1, true) - 1)
  end
end

-- Traffic that leaves the machine air to breathe: every connection waits so many milliseconds before each request.
local pause = tonumber(os.getenv("PAUSE_MILLIS") or "")
if pause then
  function delay()
    return pause
  end
end
