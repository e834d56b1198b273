package io.vaportrail.logs.transform;

import io.vaportrail.model.logs.Processor;
import java.util.List;
import java.util.Map;

/**
 * A transformer.
 *
 * @param given its processors as they were given
 * @param steps what they do, in order
 * @param creationMillis when it was made, in milliseconds since 1970
 * @param modifiedMillis when it was last put
 */
record Transformer(List<Processor> given, List<Step> steps, long creationMillis, long modifiedMillis) {
    /** Characters of an event that is transformed: 512 KB, as AWS wants it. */
    private static final int LONGEST = 512 * 1024;

    static Transformer of(List<Processor> given, long creationMillis, long nowMillis) {
        return new Transformer(given, TransformerCompiler.steps(given), creationMillis, nowMillis);
    }

    /**
     * An event as it becomes.
     *
     * @param metadata the event itself as {@code @message}, and what else can be copied into it
     * @return JSON
     * @throws TransformException when it cannot be transformed
     */
    String transformed(Map<String, String> metadata) throws TransformException {
        if (String.valueOf(metadata.get(KeyPath.MESSAGE.last())).length() > LONGEST) {
            throw new TransformException("more than " + LONGEST + " characters");
        }
        Document event = new Document(metadata);
        for (Step step : steps) {
            step.apply(event);
        }
        return event.json();
    }
}
