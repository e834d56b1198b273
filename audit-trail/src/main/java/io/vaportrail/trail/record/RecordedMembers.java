package io.vaportrail.trail.record;

import io.vaportrail.core.policy.MemberLookup;
import io.vaportrail.schema.Member;
import io.vaportrail.trail.store.StoredCall;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Finds what a call was asked in what is kept of it. */
public final class RecordedMembers {
    private RecordedMembers() {}

    /**
     * The texts among the request parameters of a call, none when they were not kept.
     *
     * @param value what to make of each text
     */
    public static MemberLookup of(StoredCall call, UnaryOperator<String> value) {
        Map<String, List<String>> texts = ParameterTexts.of(call.requestParameters());
        return path ->
                texts.getOrDefault(key(path), List.of()).stream().map(value).toList();
    }

    private static String key(List<Member> path) {
        return path.size() == 1
                ? path.get(0).auditKey()
                : path.stream().map(Member::auditKey).collect(Collectors.joining("."));
    }
}
