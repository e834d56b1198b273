package io.vaportrail.app.seed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of calls: {@code {"calls": [{"service": "sqs", "operation": "CreateQueue", "parameters": {"QueueName": "orders"},
 * "caller": "sarah", "region": "eu-west-1"}]}}. Caller and region may be left out. Parameters are named as SDKs name them. Anything
 * else in the file is refused, with its line.
 */
final class SeedFile {
    private static final long MAX_BYTES = 64L << 20;
    private static final String EXPECTED = "{\"calls\": [...]}";

    private final Path path;
    private final JsonParser json;

    private SeedFile(Path path, JsonParser json) {
        this.path = path;
        this.json = json;
    }

    /**
     * Reads the calls of a file.
     *
     * @throws SeedException when there is no such file, or anything in it is not understood
     */
    static List<SeedCall> read(Path path) throws IOException {
        try {
            if (Files.isDirectory(path)) {
                throw new SeedException(path + ": a directory (expected: a seed file)");
            }
            if (Files.size(path) > MAX_BYTES) {
                throw new SeedException(
                        path + ": " + Files.size(path) + " bytes (expected: at most " + MAX_BYTES + ")");
            }
            try (InputStream bytes = Files.newInputStream(path);
                    JsonParser json = new JsonFactory().createParser(bytes)) {
                return new SeedFile(path, json).calls();
            }
        } catch (NoSuchFileException e) {
            throw new SeedException(path + ": no such file (expected: a seed file)");
        } catch (AccessDeniedException e) {
            throw new SeedException(path + ": may not be read (expected: a file that this process may read)");
        } catch (JsonParseException e) {
            throw new SeedException(path + ", line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage()
                    + " (expected: JSON)");
        } catch (JsonProcessingException e) {
            throw new SeedException(path + ": " + e.getOriginalMessage() + " (expected: JSON)");
        }
    }

    private List<SeedCall> calls() throws IOException {
        List<SeedCall> calls = new ArrayList<>();
        expect(json.nextToken() == JsonToken.START_OBJECT, EXPECTED);
        expect("calls".equals(json.nextFieldName()), EXPECTED);
        expect(json.nextToken() == JsonToken.START_ARRAY, EXPECTED);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            expect(json.currentToken() == JsonToken.START_OBJECT, "an object with service, operation and parameters");
            calls.add(call());
        }
        expect(json.nextToken() == JsonToken.END_OBJECT, EXPECTED);
        expect(json.nextToken() == null, "nothing behind it");
        return calls;
    }

    private SeedCall call() throws IOException {
        int line = json.currentTokenLocation().getLineNr();
        SeedCallBuilder call = new SeedCallBuilder();
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            if (name.equals("parameters")) {
                expect(value == JsonToken.START_OBJECT, "parameters to be an object");
                call.parameters(JsonText.copy(json));
            } else {
                expect(value == JsonToken.VALUE_STRING, name + " to be a string");
                expect(
                        call.text(name, json.getText()),
                        "service, operation, parameters, caller or region, not " + name);
            }
        }
        try {
            return call.build(line);
        } catch (IllegalArgumentException e) {
            throw new SeedException(path + ", line " + line + ": " + e.getMessage());
        }
    }

    private void expect(boolean met, String expected) throws IOException {
        if (!met) {
            throw new SeedException(
                    path + ", line " + json.currentLocation().getLineNr() + ": malformed (expected: " + expected + ")");
        }
    }
}
