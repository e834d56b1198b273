package io.vaportrail.conformance.trail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.conformance.fixture.Wire;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** The trail as {@code GET /_vaportrail/trail} shows it. */
public final class Trail {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Wire wire;

    /** The trail of an emulator. */
    public Trail(TestEmulator emulator) {
        this.wire = new Wire(emulator.endpoint());
    }

    /** The records that a query string asks for, the newest first. */
    public List<JsonNode> records(String query) {
        HttpResponse<String> answer = wire.get("/_vaportrail/trail?" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        List<JsonNode> records = new ArrayList<>();
        parse(answer.body()).get("Records").forEach(records::add);
        return records;
    }

    /** The only record that a query string asks for. */
    public JsonNode record(String query) {
        List<JsonNode> records = records(query);
        assertThat(records).as("records of " + query).hasSize(1);
        return records.get(0);
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + json, e);
        }
    }

    static List<String> names(List<JsonNode> records) {
        return records.stream().map(r -> r.get("eventName").asText()).toList();
    }
}
