package io.vaportrail.conformance.smithy;

import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.http.ListHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Makes requests that nobody should send out of such as somebody would. */
final class Mutations {
    private static final String[] TOKENS = {
        "{",
        "}",
        "[",
        "]",
        "\"",
        "null",
        "true",
        "-1",
        "1e999",
        "99999999999999999999",
        "\\ud800",
        "\\u0000",
        "NaN",
        "%",
        "%zz",
        "&",
        "=",
        "<a>",
        "</a>",
        "<!DOCTYPE a [<!ENTITY b \"c\">]>",
        "&b;",
        "&#0;",
        "]]>",
        "\"\"",
        ",",
        "\u0000",
        "\ud83d\ude39"
    };

    private final SplittableRandom random;

    Mutations(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The request with one part of it damaged, sometimes two, or its body replaced by noise. */
    HttpRequest mutate(HttpRequest request) {
        HttpRequest mutated = mutateOnce(request);
        return random.nextInt(3) == 0 ? mutateOnce(mutated) : mutated;
    }

    private HttpRequest mutateOnce(HttpRequest request) {
        return switch (random.nextInt(6)) {
            case 0 -> with(request, mutate(request.query()), request.headers(), request.body());
            case 1 -> with(request, request.query(), mutateHeaders(request), request.body());
            case 2 -> with(request, request.query(), request.headers(), noise());
            default -> with(request, request.query(), request.headers(), mutate(request.body()));
        };
    }

    private static HttpRequest with(
            HttpRequest request, @Nullable String query, io.vaportrail.core.http.Headers headers, byte[] body) {
        return new HttpRequest(request.method(), request.path(), query, headers, body, request.origin());
    }

    private @Nullable String mutate(@Nullable String text) {
        return text == null ? null : new String(mutate(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    private ListHeaders mutateHeaders(HttpRequest request) {
        ListHeaders headers = ListHeaders.of();
        request.headers().forEach((name, value) -> {
            boolean chosen = random.nextInt(3) == 0 && !name.equalsIgnoreCase("Content-Type");
            headers.add(name, chosen ? String.valueOf(mutate(value)) : value);
        });
        return headers;
    }

    private byte[] noise() {
        byte[] bytes = new byte[random.nextInt(64)];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] mutate(byte[] bytes) {
        int at = random.nextInt(bytes.length + 1);
        int end = Math.min(bytes.length, at + random.nextInt(8));
        return switch (random.nextInt(7)) {
            case 0 -> splice(bytes, at, at, new byte[] {(byte) random.nextInt(256)});
            case 1 -> splice(bytes, at, end, new byte[0]);
            case 2 -> splice(bytes, at, at, token());
            case 3 -> splice(bytes, at, end, token());
            case 4 -> splice(bytes, at, at, Arrays.copyOfRange(bytes, at, end));
            case 5 -> splice(bytes, at, at, repeated());
            default -> flipped(bytes, at);
        };
    }

    private byte[] token() {
        return TOKENS[random.nextInt(TOKENS.length)].getBytes(StandardCharsets.UTF_8);
    }

    /** One byte or token many times over: nesting, mostly. */
    private byte[] repeated() {
        byte[] piece = random.nextBoolean() ? token() : new byte[] {(byte) random.nextInt(256)};
        byte[] many = new byte[piece.length * (1 << random.nextInt(13))];
        for (int i = 0; i < many.length; i++) {
            many[i] = piece[i % piece.length];
        }
        return many;
    }

    private byte[] flipped(byte[] bytes, int at) {
        byte[] copy = bytes.clone();
        if (at < copy.length) {
            copy[at] ^= (byte) (1 << random.nextInt(8));
        }
        return copy;
    }

    private static byte[] splice(byte[] bytes, int from, int to, byte[] piece) {
        byte[] spliced = new byte[bytes.length - (to - from) + piece.length];
        System.arraycopy(bytes, 0, spliced, 0, from);
        System.arraycopy(piece, 0, spliced, from, piece.length);
        System.arraycopy(bytes, to, spliced, from + piece.length, bytes.length - to);
        return spliced;
    }
}
