package io.vaportrail.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every operator on values that match, that do not, that are absent, and that are several. */
final class ConditionTest {
    private static final String KEY = "aws:Key";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "StringEquals | a | a | true",
                "StringEquals | a | A | false",
                "StringEquals | a* | abc | false",
                "StringEquals | a,b | b | true",
                "StringEquals | a | - | false",
                "StringEqualsIfExists | a | - | true",
                "StringNotEquals | a | b | true",
                "StringNotEquals | a,b | b | false",
                "StringNotEquals | a | - | true",
                "StringEqualsIgnoreCase | straße | STRASSE | false",
                "StringEqualsIgnoreCase | Ab | aB | true",
                "StringNotEqualsIgnoreCase | Ab | aB | false",
                "StringLike | a*c?e | abcde | true",
                "StringLike | a*c?e | abce | false",
                "StringLike | A* | abc | false",
                "StringNotLike | a* | abc | false",
                "StringNotLike | a* | bcd | true",
                "stringlike | a* | abc | true",
                "NumericEquals | 1 | 1.0 | true",
                "NumericEquals | 0 | -0 | true",
                "NumericEquals | 1 | one | false",
                "NumericNotEquals | 1 | 2 | true",
                "NumericLessThan | 10 | 9 | true",
                "NumericLessThan | 10 | 10 | false",
                "NumericLessThanEquals | 10 | 10 | true",
                "NumericGreaterThan | 10 | 11 | true",
                "NumericGreaterThan | 10 | 9 | false",
                "NumericGreaterThanEquals | 10 | 10 | true",
                "NumericGreaterThan | NaN | 1 | false",
                "DateEquals | 2026-01-01 | 2026-01-01T00:00:00Z | true",
                "DateEquals | 2026 | 1767225600 | true",
                "DateNotEquals | 2026-01 | 2026-02-01 | true",
                "DateLessThan | 2026-01-02T00:00:00+01:00 | 2026-01-01T22:59:59Z | true",
                "DateLessThanEquals | 2026-01-01 | 2026-01-01 | true",
                "DateGreaterThan | 2026-01-01 | 2026-01-01 | false",
                "DateGreaterThanEquals | 2026-01-01 | 2026-06-01 | true",
                "DateGreaterThan | never | 2026-06-01 | false",
                "Bool | true | True | true",
                "Bool | true | false | false",
                "Bool | false | - | false",
                "BoolIfExists | false | - | true",
                "BinaryEquals | QQ== | QQ== | true",
                "BinaryEquals | QQ== | qq== | false",
                "IpAddress | 10.0.0.0/8 | 10.1.2.3 | true",
                "IpAddress | 10.0.0.0/8 | 11.1.2.3 | false",
                "IpAddress | 10.0.0.1 | 10.0.0.1 | true",
                "IpAddress | 10.0.0.0/7 | 11.255.255.255 | true",
                "IpAddress | 0.0.0.0/0 | 203.0.113.9 | true",
                "IpAddress | 10.0.0.0/33 | 10.0.0.1 | false",
                "IpAddress | 10.0.0.0/x | 10.0.0.1 | false",
                "IpAddress | 10.0.0.0/8 | sns.amazonaws.com | false",
                "IpAddress | 2001:db8::/32 | 2001:db8:1::7 | true",
                "IpAddress | 2001:db8::/32 | 2001:db9::1 | false",
                "IpAddress | ::1 | 0:0:0:0:0:0:0:1 | true",
                "IpAddress | 127.0.0.0/8 | ::ffff:127.0.0.1 | true",
                "IpAddress | 2001:db8::/129 | 2001:db8::1 | false",
                "IpAddress | 1:2:3:4:5:6:7:8:9 | ::1 | false",
                "IpAddress | ::g | ::1 | false",
                "IpAddress | 10.0.0/8 | 10.0.0.1 | false",
                "NotIpAddress | 10.0.0.0/8 | 11.1.2.3 | true",
                "NotIpAddress | 10.0.0.0/8 | 10.1.2.3 | false",
                "ArnEquals | arn:aws:sns:*:111122223333:a | arn:aws:sns:us-east-1:111122223333:a | true",
                "ArnEquals | arn:aws:sns:*:a | arn:aws:sns:us-east-1:111122223333:a | false",
                "ArnLike | arn:aws:s3:::bucket* | arn:aws:s3:::bucket-1 | true",
                "ArnLike | arn:aws:s3:::bucket* | bucket-1 | false",
                "ArnNotLike | arn:aws:s3:::a | arn:aws:s3:::b | true",
                "ArnNotEquals | arn:aws:s3:::a | arn:aws:s3:::a | false",
                "Null | true | - | true",
                "Null | true | a | false",
                "Null | false | a | true",
                "Null | false | - | false",
                "ForAllValues:StringEquals | a,b | a,b | true",
                "ForAllValues:StringEquals | a,b | a,c | false",
                "ForAllValues:StringEquals | a,b | - | true",
                "ForAllValues:StringNotEquals | a,b | c,d | true",
                "ForAllValues:StringNotEquals | a,b | a,d | false",
                "ForAnyValue:StringEquals | a,b | c,b | true",
                "ForAnyValue:StringEquals | a,b | c,d | false",
                "ForAnyValue:StringEquals | a,b | - | false",
                "ForAnyValue:StringNotEquals | a,b | a,d | true",
                "ForAnyValue:StringNotEquals | a,b | a,b | false",
                "ForAnyValue:StringLikeIfExists | a* | - | true",
            })
    void holds(String operator, String wanted, @org.jspecify.annotations.Nullable String actual, boolean expected) {
        String values = String.join("','", wanted.split(","));
        PolicyDocument policy = Policies.parse(
                PolicyKind.IDENTITY,
                "{'Effect':'Allow','Action':'*','Resource':'*','Condition':{'" + operator + "':{'" + KEY + "':['"
                        + values + "']}}}");
        RequestContext context = actual == null
                ? RequestContext.EMPTY
                : RequestContext.builder()
                        .put("AWS:key", List.of(actual.split(",")))
                        .build();
        Statement statement = policy.statements().get(0);

        assertThat(statement.matches(new AccessRequest(Policies.USER, "sqs:SendMessage", "*", context)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "home/${aws:username}/* | sarah | home/sarah/file | true",
                "home/${aws:username}/* | sarah | home/sam/file | false",
                "home/${aws:username}/* | - | home//file | false",
                "home/${aws:username, 'nobody'}/* | - | home/nobody/file | true",
                "home/${ AWS:UserName }/* | sarah | home/sarah/file | true",
                "${*}${?}${$} | - | *?$ | true",
                "${*} | - | anything | false",
                "${aws:username | sarah | ${aws:username | true",
                "${aws:username} | * | anything | false",
            })
    void variablesStandForValues(
            String pattern, @org.jspecify.annotations.Nullable String user, String value, boolean expected) {
        RequestContext context = RequestContext.builder()
                .put("aws:username", user)
                .put("s3:prefix", value)
                .build();
        Statement statement = Policies.parse(
                        PolicyKind.IDENTITY,
                        "{'Effect':'Allow','Action':'*','Resource':'*','Condition':{'StringLike':{'s3:prefix':'"
                                + pattern.replace("'", "\\u0027") + "'}}}")
                .statements()
                .get(0);

        assertThat(statement.matches(new AccessRequest(Policies.USER, "s3:ListBucket", "*", context)))
                .isEqualTo(expected);
    }
}
