package io.vaportrail.conformance.sns;

import com.amazonaws.services.sns.message.SnsMessageManager;
import com.amazonaws.services.sns.message.SnsNotification;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Verifies a notification with the message manager of AWS's first SDK, in a process that resolves names its own way. */
final class FirstSdkVerifier {
    private FirstSdkVerifier() {}

    /** Takes the path of a file with the notification. */
    public static void main(String[] args) throws IOException {
        try (InputStream message = Files.newInputStream(Path.of(args[0]))) {
            SnsNotification notification = (SnsNotification) new SnsMessageManager("us-east-1").parseMessage(message);
            System.out.println("verified: " + notification.getMessage());
        }
    }
}
