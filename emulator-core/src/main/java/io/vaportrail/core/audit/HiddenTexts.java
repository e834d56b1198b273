package io.vaportrail.core.audit;

import io.vaportrail.schema.Blob;
import io.vaportrail.schema.ListSchema;
import io.vaportrail.schema.MapSchema;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.Redaction;
import io.vaportrail.schema.Schema;
import io.vaportrail.schema.Struct;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Takes out of the message of an error what records do not show of the request, since errors like to repeat what they complain about.
 * The caller's answer keeps it.
 */
public final class HiddenTexts {
    /** What stands in the place of a secret, as in CloudTrail's records. */
    public static final String HIDDEN = "HIDDEN_DUE_TO_SECURITY_REASONS";

    /** Shorter texts keep no secret, and would be found in any message. */
    private static final int SHORTEST = 4;

    private final String message;
    private final List<String> found = new ArrayList<>();

    private HiddenTexts(String message) {
        this.message = message;
    }

    /** The message without what the request keeps secret. */
    public static String takenOut(String message, Struct input) {
        HiddenTexts texts = new HiddenTexts(message);
        texts.struct(input, false);
        String left = message;
        // the longest first, as one may be part of another
        texts.found.sort(Comparator.comparingInt(String::length).reversed());
        for (String secret : texts.found) {
            left = left.replace(secret, HIDDEN);
        }
        return left;
    }

    private void struct(Struct struct, boolean secret) {
        List<Member> members = struct.schema().members();
        for (int i = 0; i < members.size(); i++) {
            Object value = struct.get(i);
            if (value != null) {
                member(members.get(i), value, secret);
            }
        }
    }

    private void member(Member member, Object value, boolean outerSecret) {
        if (!outerSecret && member.redaction() == Redaction.HIDE_URL_PASSWORD && value instanceof String url) {
            String password = UrlPasswords.in(url);
            if (password != null) {
                keep(password);
            }
            return;
        }
        boolean secret = outerSecret || member.redaction() != Redaction.NONE;
        Schema target = member.target();
        if (value instanceof Struct struct) {
            struct(struct, secret);
        } else if (target instanceof ListSchema schema && value instanceof List<?> list) {
            for (Object each : list) {
                if (each != null) {
                    member(schema.element(), each, secret);
                }
            }
        } else if (target instanceof MapSchema schema && value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> {
                text(key, secret || schema.key().redaction() != Redaction.NONE);
                if (each != null) {
                    member(schema.value(), each, secret);
                }
            });
        } else {
            text(value, secret);
        }
    }

    private void text(Object value, boolean secret) {
        if (value instanceof Blob blob && blob.size() <= message.length()) {
            keep(blob.toUtf8());
            keep(blob.toBase64());
        } else if (secret && value instanceof String text) {
            keep(text);
        }
    }

    private void keep(String text) {
        if (text.length() >= SHORTEST && message.contains(text)) {
            found.add(text);
        }
    }
}
