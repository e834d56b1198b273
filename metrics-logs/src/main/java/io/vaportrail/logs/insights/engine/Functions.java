package io.vaportrail.logs.insights.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * All functions but those of time and those that add up.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-operations-functions.html">Supported
 *     operations and functions</a>
 */
final class Functions {
    private Functions() {}

    /** By name, in small letters. */
    static Map<String, Function> all() {
        Map<String, Function> functions = new HashMap<>();
        addNumeric(functions);
        addGeneral(functions);
        TextFunctions.add(functions);
        AddressFunctions.add(functions);
        return functions;
    }

    private static void addNumeric(Map<String, Function> functions) {
        functions.put("abs", numeric(Math::abs));
        functions.put("ceil", numeric(Math::ceil));
        functions.put("floor", numeric(Math::floor));
        functions.put("log", numeric(number -> number > 0 ? Math.log(number) : Double.NaN));
        functions.put("sqrt", numeric(Math::sqrt));
        functions.put("greatest", extreme(Math::max));
        functions.put("least", extreme(Math::min));
    }

    private static Function numeric(DoubleUnaryOperator operator) {
        return new Function(1, 1, arguments -> {
            Computed only = arguments.get(0);
            return Computed.numeric(row -> operator.applyAsDouble(only.number(row)));
        });
    }

    /** Of those that are numbers. */
    private static Function extreme(DoubleBinaryOperator operator) {
        return new Function(
                1,
                Function.ANY,
                arguments -> Computed.numeric(row -> {
                    double extreme = Double.NaN;
                    for (Computed argument : arguments) {
                        double number = argument.number(row);
                        extreme = Double.isNaN(extreme)
                                ? number
                                : Double.isNaN(number) ? extreme : operator.applyAsDouble(extreme, number);
                    }
                    return extreme;
                }));
    }

    private static void addGeneral(Map<String, Function> functions) {
        functions.put("ispresent", new Function(1, 1, arguments -> {
            Computed only = arguments.get(0);
            return Computed.condition(row -> only.value(row) != null);
        }));
        functions.put("isempty", new Function(1, 1, arguments -> {
            Computed only = arguments.get(0);
            return Computed.condition(row -> {
                String text = only.text(row);
                return text == null || text.isEmpty();
            });
        }));
        functions.put("isblank", new Function(1, 1, arguments -> {
            Computed only = arguments.get(0);
            return Computed.condition(row -> {
                String text = only.text(row);
                return text == null || text.isBlank();
            });
        }));
        functions.put("coalesce", new Function(1, Function.ANY, arguments -> row -> {
            for (Computed argument : arguments) {
                Object value = argument.value(row);
                if (value != null) {
                    return value;
                }
            }
            return null;
        }));
        functions.put("if", new Function(3, 3, arguments -> {
            Computed condition = arguments.get(0);
            return row -> arguments.get(condition.test(row) ? 1 : 2).value(row);
        }));
    }
}
