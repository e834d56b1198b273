import boto3

sqs = boto3.client(
    "sqs",
    endpoint_url="http://localhost:4566",
    region_name="us-east-1",
    aws_access_key_id="orders-app",
    aws_secret_access_key="secret",
)
queue = sqs.create_queue(QueueName="OrderQueue")["QueueUrl"]
sqs.send_message(QueueUrl=queue, MessageBody="tea")
for message in sqs.receive_message(QueueUrl=queue)["Messages"]:
    print(message["Body"])
