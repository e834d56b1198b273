export AWS_ENDPOINT_URL=http://localhost:4566 AWS_DEFAULT_REGION=us-east-1
export AWS_ACCESS_KEY_ID=orders-app AWS_SECRET_ACCESS_KEY=secret

QUEUE=$(aws sqs create-queue --queue-name OrderQueue --query QueueUrl --output text --endpoint-url "$AWS_ENDPOINT_URL")
aws sqs send-message --queue-url "$QUEUE" --message-body tea --endpoint-url "$AWS_ENDPOINT_URL"
aws sqs receive-message --queue-url "$QUEUE" --query 'Messages[].Body' --output text --endpoint-url "$AWS_ENDPOINT_URL"
