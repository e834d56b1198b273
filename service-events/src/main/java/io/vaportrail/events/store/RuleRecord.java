package io.vaportrail.events.store;

import io.vaportrail.model.events.Target;
import java.util.List;
import java.util.Map;

/**
 * A rule as plain data, to be kept.
 *
 * @param name unique on its bus
 * @param createdBy the account that put it first
 * @param settings what it says
 * @param targets its targets
 * @param tags its tags
 */
public record RuleRecord(
        String name, String createdBy, RuleSettings settings, List<Target> targets, Map<String, String> tags) {
    static RuleRecord of(Rule rule) {
        List<Target> targets =
                rule.targets().values().stream().map(RuleTarget::shape).toList();
        return new RuleRecord(rule.name(), rule.createdBy(), rule.settings(), targets, rule.tags());
    }
}
