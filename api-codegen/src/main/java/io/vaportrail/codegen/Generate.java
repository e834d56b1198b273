package io.vaportrail.codegen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Generates the Java sources of the API models. */
public final class Generate {
    private Generate() {}

    /**
     * Runs the generator.
     *
     * @param args the directory of the models, the directory of the overlays, the directory to write to
     */
    public static void main(String[] args) throws IOException {
        Files.createDirectories(Path.of(args[2]));
    }
}
