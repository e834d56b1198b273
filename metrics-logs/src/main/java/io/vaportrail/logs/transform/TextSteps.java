package io.vaportrail.logs.transform;

import io.vaportrail.model.logs.SplitString;
import io.vaportrail.model.logs.SplitStringEntry;
import io.vaportrail.model.logs.SubstituteString;
import io.vaportrail.model.logs.SubstituteStringEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The processors that change texts. Fields that are no texts stay as they are.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation-StringMutate.html">String
 *     mutate processors</a>
 */
final class TextSteps {
    private TextSteps() {}

    /** {@code lowerCaseString}, {@code upperCaseString}, {@code trimString}. */
    static Step each(List<String> keys, Function<String, String> change) {
        List<KeyPath> paths = keys.stream().map(KeyPath::of).toList();
        return event -> {
            for (KeyPath path : paths) {
                change(event, path, change);
            }
        };
    }

    private static void change(Document event, KeyPath path, Function<String, ?> change) {
        if (event.get(path) instanceof String text && !path.equals(KeyPath.MESSAGE)) {
            event.put(path, change.apply(text), true);
        }
    }

    /** {@code splitString}. */
    static Step split(SplitString given) {
        List<Step> steps = new ArrayList<>();
        for (SplitStringEntry entry : given.entries()) {
            KeyPath path = KeyPath.of(entry.source());
            steps.add(event -> change(event, path, text -> Parsers.split(text, entry.delimiter())));
        }
        return all(steps);
    }

    /** {@code substituteString}. */
    static Step substitute(SubstituteString given) {
        List<Step> steps = new ArrayList<>();
        for (SubstituteStringEntry entry : given.entries()) {
            KeyPath path = KeyPath.of(entry.source());
            Substitution substitution = Substitution.of(entry.from(), entry.to());
            steps.add(event -> change(event, path, substitution::apply));
        }
        return all(steps);
    }

    /** One step after the other. */
    static Step all(List<Step> steps) {
        List<Step> fixed = List.copyOf(steps);
        return event -> {
            for (Step step : fixed) {
                step.apply(event);
            }
        };
    }
}
