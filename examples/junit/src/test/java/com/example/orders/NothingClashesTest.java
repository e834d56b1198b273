package com.example.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.util.Version;
import io.vaportrail.testkit.Vaportrail;
import io.vaportrail.testkit.junit.VaportrailTest;
import java.io.IOException;
import java.util.Enumeration;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** What a project brings stays as it is beside the testkit. */
@VaportrailTest
class NothingClashesTest {
    private static String testkit = "";

    @BeforeAll
    static void onlyWithTheJar() {
        testkit = Vaportrail.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        Assumptions.assumeTrue(testkit.endsWith(".jar"), "the testkit's classes, not yet its jar");
    }

    @Test
    void nettyAndJacksonAreThisProjects(SqsAsyncClient sqs) {
        assertEquals("4.1", Version.identify().get("netty-common").artifactVersion().substring(0, 3));
        assertEquals("2.13.5", new ObjectMapper().version().toString());
        String url = sqs.createQueue(r -> r.queueName("q")).join().queueUrl();
        assertTrue(url.endsWith("/q"));
    }

    @Test
    void theJarHasItsOwnPackagesOnly() throws IOException {
        TreeSet<String> roots = new TreeSet<>();
        try (JarFile jar = new JarFile(testkit)) {
            for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                String name = entries.nextElement().getName();
                if (name.endsWith(".class")) {
                    roots.add(name.substring(0, name.indexOf('/', name.indexOf('/') + 1)));
                }
            }
            assertEquals(
                    "io.vaportrail.testkit",
                    jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name"));
        }
        assertEquals("[io/vaportrail]", roots.toString());
    }

    @Test
    void loggingIsThisProjects() {
        assertThrows(ClassNotFoundException.class, () -> Class.forName("ch.qos.logback.classic.Logger"));
        assertFalse(testkit.isEmpty());
    }
}
