package io.vaportrail.codegen;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** A digest of everything that the output depends on: the models, the overlays and the generator itself. */
final class Fingerprint {
    private final MessageDigest digest;

    private Fingerprint() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The digest, in hexadecimal digits. */
    static String of(List<Path> inputDirectories) throws IOException {
        Fingerprint fingerprint = new Fingerprint();
        for (Path directory : inputDirectories) {
            fingerprint.addAll(directory, ".json");
        }
        fingerprint.addGenerator();
        return HexFormat.of().formatHex(fingerprint.digest.digest());
    }

    private void addGenerator() throws IOException {
        Path code;
        try {
            code = Path.of(Fingerprint.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
        if (Files.isDirectory(code)) {
            addAll(code, ".class");
        } else {
            try (FileSystem jar = FileSystems.newFileSystem(code)) {
                addAll(jar.getPath("/"), ".class");
            }
        }
    }

    private void addAll(Path directory, String suffix) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(directory)) {
            files = all.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            digest.update(directory.relativize(file).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
        }
    }
}
