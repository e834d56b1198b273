package io.vaportrail.logs.pattern;

/** An operator with what stands on its right. */
record Comparison(Operator operator, Operand operand) {
    /** The operators. */
    enum Operator {
        NOT_EQUAL("!="),
        LESS_OR_EQUAL("<="),
        GREATER_OR_EQUAL(">="),
        EQUAL("="),
        LESS("<"),
        GREATER(">");

        private final String text;

        Operator(String text) {
            this.text = text;
        }
    }

    /** Reads an operator and what follows it. */
    static Comparison parse(PatternScanner scanner, String stops) throws PatternSyntax {
        for (Operator operator : Operator.values()) {
            if (scanner.take(operator.text)) {
                scanner.skipSpace();
                int position = scanner.position();
                Operand operand = Operand.parse(scanner, stops);
                boolean equality = operator == Operator.EQUAL || operator == Operator.NOT_EQUAL;
                if (!equality && !operand.isNumber()) {
                    throw new PatternSyntax("a number", position);
                }
                return new Comparison(operator, operand);
            }
        }
        throw scanner.wrong("an operator: =, !=, <, >, <= or >=");
    }

    boolean holdsFor(String value) {
        if (operator == Operator.EQUAL) {
            return operand.equalTo(value);
        }
        if (operator == Operator.NOT_EQUAL) {
            return !operand.equalTo(value);
        }
        double number = Scalars.number(value);
        if (Double.isNaN(number)) {
            return false;
        }
        return switch (operator) {
            case LESS -> number < operand.number();
            case LESS_OR_EQUAL -> number <= operand.number();
            case GREATER -> number > operand.number();
            default -> number >= operand.number();
        };
    }
}
