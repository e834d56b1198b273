package io.vaportrail.codegen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where the sources go. A stamp beside them says from which inputs they were made. Files that did not change are not touched, so
 * that their times tell the compiler the truth; files that were not written this time are deleted.
 */
final class OutputDirectory {
    private static final String STAMP = ".stamp";

    private final Path root;
    private final Set<Path> written = new HashSet<>();

    OutputDirectory(Path root) {
        this.root = root;
    }

    /** Whether all that the fingerprint stands for was generated before and is still there. */
    boolean isUpToDate(String fingerprint) throws IOException {
        Path stamp = root.resolve(STAMP);
        return Files.exists(stamp) && Files.readString(stamp).equals(stampText(fingerprint, files().size()));
    }

    /** Writes one class. */
    void write(String packageName, String className, String text) throws IOException {
        Path file = root.resolve(packageName.replace('.', '/')).resolve(className + ".java");
        if (!written.add(file)) {
            throw new ModelException("class: " + packageName + "." + className + " (expected: one shape of that name)");
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (!Files.exists(file) || !java.util.Arrays.equals(Files.readAllBytes(file), bytes)) {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        }
    }

    /** Deletes what was not written and leaves the stamp. Returns the number of files. */
    int finish(String fingerprint) throws IOException {
        for (Path file : files()) {
            if (!written.contains(file)) {
                Files.delete(file);
            }
        }
        deleteEmptyDirectories();
        Files.writeString(root.resolve(STAMP), stampText(fingerprint, written.size()));
        return written.size();
    }

    private static String stampText(String fingerprint, int count) {
        return fingerprint + " " + count + "\n";
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private void deleteEmptyDirectories() throws IOException {
        List<Path> directories;
        try (Stream<Path> all = Files.walk(root)) {
            directories = all.filter(Files::isDirectory)
                    .filter(directory -> !directory.equals(root))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
        for (Path directory : directories) {
            try (Stream<Path> entries = Files.list(directory)) {
                if (entries.findAny().isPresent()) {
                    continue;
                }
            }
            Files.delete(directory);
        }
    }
}
