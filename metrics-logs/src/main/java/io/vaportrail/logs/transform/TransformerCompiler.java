package io.vaportrail.logs.transform;

import io.vaportrail.core.service.CommonError;
import io.vaportrail.logs.LogsErrors;
import io.vaportrail.model.logs.Processor;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.Struct;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes steps of processors, once they have been found to follow AWS's rules.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation-Create.html">Create and
 *     manage log transformers</a>
 */
final class TransformerCompiler {
    private static final Set<String> VENDED =
            Set.of("parseCloudfront", "parsePostgres", "parseRoute53", "parseToOCSF", "parseVPC", "parseWAF");
    private static final Set<String> CONFIGURABLE = Set.of("parseJSON", "grok", "csv", "parseKeyValue");
    private static final Set<String> ONCE = Set.of("grok", "addKeys", "copyValue");
    private static final int MOST_PARSERS = 5;

    private TransformerCompiler() {}

    /**
     * The steps of a transformer.
     *
     * @throws io.vaportrail.schema.ServiceException when it is none, or asks for what is not implemented
     */
    static List<Step> steps(List<Processor> processors) {
        List<String> names = processors.stream().map(TransformerCompiler::name).toList();
        checkOrder(names);
        List<Step> steps = new ArrayList<>();
        for (Processor processor : processors) {
            steps.add(step(processor));
        }
        checkSources(processors);
        return List.copyOf(steps);
    }

    /** Which one it is: exactly one member is there. */
    private static String name(Processor processor) {
        String name = null;
        List<Member> members = processor.schema().members();
        for (int i = 0; i < members.size(); i++) {
            if (processor.get(i) != null) {
                if (name != null) {
                    throw wrong("each element must have one processor, not " + name + " and "
                            + members.get(i).name());
                }
                name = members.get(i).name();
            }
        }
        if (name == null) {
            throw wrong("each element must have a processor");
        }
        return name;
    }

    private static RuntimeException wrong(String why) {
        return LogsErrors.invalid("Invalid transformer: " + why + ".");
    }

    private static void checkOrder(List<String> names) {
        if (!isParser(names.get(0))) {
            throw wrong("the first processor must be a parser, not " + names.get(0));
        }
        if (names.stream().filter(TransformerCompiler::isParser).count() > MOST_PARSERS) {
            throw wrong("at most " + MOST_PARSERS + " parsers can be included");
        }
        for (String name : names.subList(1, names.size())) {
            if (VENDED.contains(name)) {
                throw wrong(name + " must be the first processor");
            }
        }
        for (String name : ONCE) {
            if (Collections.frequency(names, name) > 1) {
                throw wrong(name + " can be included once only");
            }
        }
    }

    private static boolean isParser(String name) {
        return VENDED.contains(name) || CONFIGURABLE.contains(name);
    }

    private static Step step(Processor processor) {
        Step step = parser(processor);
        step = step == null ? vended(processor) : step;
        step = step == null ? ofObjects(processor) : step;
        step = step == null ? ofValues(processor) : step;
        if (step == null) {
            String name = name(processor);
            throw CommonError.receiver(
                    "NotImplemented", 501, "Vaportrail does not implement the processor " + name + ".");
        }
        return step;
    }

    private static @Nullable Step parser(Processor processor) {
        if (processor.parseJSON() != null) {
            return Parsers.json(processor.parseJSON());
        }
        if (processor.csv() != null) {
            return Parsers.csv(processor.csv());
        }
        if (processor.grok() != null) {
            return GrokStep.of(processor.grok());
        }
        return processor.parseKeyValue() == null ? null : Parsers.keyValue(processor.parseKeyValue());
    }

    private static @Nullable Step vended(Processor processor) {
        if (processor.parseVPC() != null) {
            return VendedParsers.vpc();
        }
        if (processor.parseRoute53() != null) {
            return VendedParsers.route53();
        }
        if (processor.parseCloudfront() != null) {
            return VendedParsers.cloudfront();
        }
        if (processor.parsePostgres() != null) {
            return VendedParsers.postgres();
        }
        return processor.parseWAF() == null ? null : VendedParsers.waf();
    }

    private static @Nullable Step ofObjects(Processor processor) {
        if (processor.addKeys() != null) {
            return ObjectSteps.add(processor.addKeys());
        }
        if (processor.deleteKeys() != null) {
            return ObjectSteps.delete(processor.deleteKeys());
        }
        if (processor.moveKeys() != null) {
            return ObjectSteps.move(processor.moveKeys());
        }
        if (processor.renameKeys() != null) {
            return ObjectSteps.rename(processor.renameKeys());
        }
        if (processor.copyValue() != null) {
            return ObjectSteps.copy(processor.copyValue());
        }
        return processor.listToMap() == null ? null : ObjectSteps.listToMap(processor.listToMap());
    }

    private static @Nullable Step ofValues(Processor processor) {
        if (processor.lowerCaseString() != null) {
            return TextSteps.each(processor.lowerCaseString().withKeys(), text -> text.toLowerCase(Locale.ROOT));
        }
        if (processor.upperCaseString() != null) {
            return TextSteps.each(processor.upperCaseString().withKeys(), text -> text.toUpperCase(Locale.ROOT));
        }
        if (processor.trimString() != null) {
            return TextSteps.each(processor.trimString().withKeys(), String::strip);
        }
        if (processor.splitString() != null) {
            return TextSteps.split(processor.splitString());
        }
        if (processor.substituteString() != null) {
            return TextSteps.substitute(processor.substituteString());
        }
        if (processor.typeConverter() != null) {
            return Conversions.types(processor.typeConverter());
        }
        return processor.dateTimeConverter() == null ? null : Conversions.dateTime(processor.dateTimeConverter());
    }

    /** There are no fields yet that the first parser could read; those of vended logs never read any. */
    private static void checkSources(List<Processor> processors) {
        String source = source(processors.get(0));
        if (source != null && !source.equals(KeyPath.MESSAGE.last())) {
            throw wrong("the first processor reads @message, not " + source);
        }
    }

    private static @Nullable String source(Processor first) {
        List<Member> members = first.schema().members();
        for (int i = 0; i < members.size(); i++) {
            if (first.get(i) instanceof Struct parser) {
                List<Member> own = parser.schema().members();
                for (int j = 0; j < own.size(); j++) {
                    if (own.get(j).name().equals("source")) {
                        return (String) parser.get(j);
                    }
                }
            }
        }
        return null;
    }
}
