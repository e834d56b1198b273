package io.vaportrail.codegen;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Generates the Java sources of the API models. Does nothing when neither the inputs nor the generator changed. */
public final class Generate {
    private final Path models;
    private final Path overlays;
    private final OutputDirectory output;

    private Generate(Path models, Path overlays, Path output) {
        this.models = models;
        this.overlays = overlays;
        this.output = new OutputDirectory(output);
    }

    /**
     * Runs the generator.
     *
     * @param args the directory of the models, the directory of the overlays, the directory to write to
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 3) {
            throw new IllegalArgumentException(
                    "arguments: " + args.length + " (expected: MODELS_DIR OVERLAYS_DIR OUTPUT_DIR)");
        }
        new Generate(Path.of(args[0]), Path.of(args[1]), Path.of(args[2])).run();
    }

    private void run() throws IOException {
        String fingerprint = Fingerprint.of(List.of(models, overlays));
        if (output.isUpToDate(fingerprint)) {
            return;
        }
        List<Api> apis = readAll();
        for (Api api : apis) {
            writeService(api);
        }
        output.write(IndexSource.PACKAGE, "Services", IndexSource.services(apis));
        output.write(IndexSource.PACKAGE, "ServiceIndex", IndexSource.index(apis));
        output.write(IndexSource.PACKAGE, "QueryActions", IndexSource.actions(apis));
        output.finish(fingerprint);
    }

    private List<Api> readAll() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(models)) {
            files = all.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        checkOverlays(files);
        ObjectMapper mapper = new ObjectMapper();
        List<Api> apis = new ArrayList<>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            String id = name.substring(0, name.length() - ".json".length());
            ObjectNode model = (ObjectNode) mapper.readTree(file.toFile());
            Path overlay = overlays.resolve(name);
            if (Files.exists(overlay)) {
                Overlay.apply(id, model, mapper.readTree(overlay.toFile()));
            }
            apis.add(ApiReader.read(id, model));
        }
        return apis;
    }

    private void checkOverlays(List<Path> modelFiles) throws IOException {
        List<String> names =
                modelFiles.stream().map(file -> file.getFileName().toString()).toList();
        try (Stream<Path> all = Files.list(overlays)) {
            all.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json") && !names.contains(name))
                    .findAny()
                    .ifPresent(name -> {
                        throw new ModelException("overlay: " + name + " (expected: the name of a model)");
                    });
        }
    }

    private void writeService(Api api) throws IOException {
        String packageName = api.metadata().packageName();
        for (Api.Shape shape : api.shapes().values()) {
            String className = Names.className(shape.name(), api.metadata().javaName());
            if (shape.isStruct()) {
                output.write(packageName, className, StructureSource.of(api, shape));
            } else if (shape.type().equals("ENUM")) {
                output.write(packageName, className, EnumSource.of(api, shape));
            }
        }
        output.write(packageName, ServiceSource.className(api), ServiceSource.of(api));
        output.write(packageName, "package-info", packageInfo(api));
    }

    private static String packageInfo(Api api) {
        return """
                /**
                 * The shapes of %s, generated from its model. Start with {@link %s}, which lists the operations.
                 */
                @NullMarked
                package %s;

                import org.jspecify.annotations.NullMarked;
                """.formatted(
                        api.metadata().sdkId(),
                        ServiceSource.className(api),
                        api.metadata().packageName());
    }
}
