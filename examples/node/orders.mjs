import { CreateQueueCommand, ReceiveMessageCommand, SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";

const sqs = new SQSClient({
  endpoint: "http://localhost:4566",
  region: "us-east-1",
  credentials: { accessKeyId: "orders-app", secretAccessKey: "secret" },
});
const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: "OrderQueue" }));
await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "tea" }));
const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
for (const message of Messages) {
  console.log(message.Body);
}
