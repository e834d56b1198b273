package io.vaportrail.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PolicyDocumentTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'Effect':'Allow','Action':'sqs:*','Resource':'*','Principal':'*' | Policy document should not specify a principal.",
                "'Effect':'Allow','Action':'sqs:*','Resource':'*','NotPrincipal':'*' | Policy document should not specify a principal.",
                "'Effect':'Allow','Resource':'*' | Policy statement must contain actions.",
                "'Effect':'Allow','Action':[],'Resource':'*' | Policy statement must contain actions.",
                "'Effect':'Allow','Action':'sqs:*' | Policy statement must contain resources.",
                "'Effect':'Allow','Action':'sqs:*','NotAction':'sns:*','Resource':'*' | Syntax errors in policy.",
                "'Effect':'Allow','Action':'sqs:*','Resource':'*','NotResource':'*' | Syntax errors in policy.",
                "'Effect':'Maybe','Action':'sqs:*','Resource':'*' | Syntax errors in policy.",
                "'Action':'sqs:*','Resource':'*' | Missing required field Effect",
                "'Effect':'Allow','Action':'SendMessage','Resource':'*' | Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.",
                "'Effect':'Allow','Action':'a:b:c','Resource':'*' | Actions/Condition can contain only one colon.",
                "'Effect':'Allow','Action':'s_s:Send','Resource':'*' | Vendor s_s is not valid",
                "'Effect':'Allow','Action':3,'Resource':'*' | Syntax errors in policy.",
                "'Effect':'Allow','Action':'sqs:*','Resource':'orders' | Resource orders must be in ARN format or `*`.",
                "'Effect':'Allow','Action':'sqs:*','Resource':'arn:moon:sqs:::a' | Partition `moon` is not valid for resource `arn:moon:sqs:::a`.",
                "'Effect':'Allow','Action':'sqs:*','Resource':'arn:aws::::a' | The policy failed legacy parsing",
                "'Effect':'Allow','Action':'sqs:*','Resource':'*','Principle':'*' | Unknown field Principle",
                "'Sid':'not alphanumeric','Effect':'Allow','Action':'sqs:*','Resource':'*' | Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*",
                "'Effect':'Allow','Action':'sqs:*','Resource':'*','Condition':{'StringIs':{'aws:userid':'a'}} | Invalid Condition type : StringIs.",
                "'Effect':'Allow','Action':'sqs:*','Resource':'*','Condition':{'NullIfExists':{'aws:userid':'a'}} | Invalid Condition type : NullIfExists.",
                "'Effect':'Allow','Action':'sqs:*','Resource':'*','Condition':{'StringEquals':{'userid':'a'}} | Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.",
                "'Effect':'Allow','Action':'sqs:*','Resource':'*','Condition':'none' | Syntax errors in policy.",
            })
    void refusesWhatIsNoPolicyOfAnIdentity(String statement, String message) {
        assertRefused(PolicyKind.IDENTITY, statement, message.replace('`', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "RESOURCE | 'Effect':'Allow','Action':'sqs:*','Resource':'*' | Missing required field Principal",
                "RESOURCE | 'Effect':'Allow','Principal':'*','Action':'sqs:*' | Missing required field Resource",
                "RESOURCE | 'Effect':'Allow','Principal':'me','Action':'sqs:*','Resource':'*' | Invalid principal in policy",
                "RESOURCE | 'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::1:user/a'},'Action':'sqs:*','Resource':'*' | Invalid principal in policy",
                "RESOURCE | 'Effect':'Allow','Principal':{},'Action':'sqs:*','Resource':'*' | Syntax errors in policy.",
                "TRUST | 'Effect':'Allow','Principal':'*','Action':'sts:AssumeRole','Resource':'*' | Has prohibited field Resource",
                "TRUST | 'Effect':'Allow','Action':'sts:AssumeRole' | Missing required field Principal",
                "TRUST | 'Effect':'Allow','Principal':'*','Action':'sqs:SendMessage' | AssumeRole policy may only specify STS AssumeRole actions.",
                "TRUST | 'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::111122223333:user/*'},'Action':'sts:AssumeRole' | Invalid principal in policy: 'AWS':'arn:aws:iam::111122223333:user/*'",
                "TRUST | 'Effect':'Allow','Principal':{'Service':'lambda'},'Action':'sts:AssumeRole' | Invalid principal in policy: 'SERVICE':'lambda'",
                "TRUST | 'Effect':'Allow','Principal':{'Robot':'a'},'Action':'sts:AssumeRole' | Invalid principal in policy: 'ROBOT':'a'",
            })
    void refusesWhatIsNoPolicyOfAResource(PolicyKind kind, String statement, String message) {
        assertRefused(kind, statement, message.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "IDENTITY | not JSON | Syntax errors in policy.",
                "TRUST | not JSON | This policy contains invalid Json",
                "IDENTITY | [] | Syntax errors in policy.",
                "IDENTITY | {'Version':'2012-10-17'} | Syntax errors in policy.",
                "IDENTITY | {'Version':'2012-10-17','Statement':[]} | Syntax errors in policy.",
                "IDENTITY | {'Version':'2012-10-17','Statement':['a']} | Syntax errors in policy.",
                "IDENTITY | {'Version':'2012-10-18','Statement':[]} | Syntax errors in policy.",
                "IDENTITY | {'Version':'2012-10-17','Version':'2012-10-17','Statement':[]} | Syntax errors in policy.",
                "IDENTITY | {'Comment':'a','Statement':[]} | Unknown field Comment",
                "IDENTITY | {'Id':3,'Statement':[]} | Syntax errors in policy.",
                "MANAGED | {'Statement':[{'Effect':'Allow','Action':'*','Resource':'*'}]} | Policy document must be version 2012-10-17 or greater.",
                "MANAGED | {'Version':'2008-10-17','Statement':[{'Effect':'Allow','Action':'*','Resource':'*'}]} | Policy document must be version 2012-10-17 or greater.",
                "IDENTITY | {'Statement':[{'Sid':'a','Effect':'Allow','Action':'*','Resource':'*'},{'Sid':'a','Effect':'Allow','Action':'*','Resource':'*'}]} | Statement IDs (SID) in a single policy must be unique.",
            })
    void refusesWhatIsNoPolicyAtAll(PolicyKind kind, String document, String message) {
        assertThatThrownBy(() -> PolicyDocument.parse(document.replace('\'', '"'), kind))
                .isInstanceOf(PolicySyntaxException.class)
                .hasMessage(message);
    }

    @Test
    void takesSingleStatementsValuesAndNumbers() throws PolicySyntaxException {
        String text = ("{'Id':'mine','Statement':{'Sid':'','Effect':'Allow','Action':'*','Resource':'arn:aws:s3',"
                        + "'Condition':{'ForAnyValue:StringLikeIfExists':{'aws:TagKeys':['a*',1,true]}}}}")
                .replace('\'', '"');
        PolicyDocument document = PolicyDocument.parse(text, PolicyKind.IDENTITY);

        assertThat(document.text()).isSameAs(text);
        assertThat(document.id()).isEqualTo("mine");
        assertThat(document.statements()).singleElement().satisfies(statement -> {
            assertThat(statement.effect()).isEqualTo(Statement.Effect.ALLOW);
            assertThat(statement.actions()).containsExactly("*");
            assertThat(statement.resources()).containsExactly("arn:aws:s3");
        });
    }

    @Test
    void aResourceMayHaveAPolicyThatSaysNothing() throws PolicySyntaxException {
        assertThat(PolicyDocument.parse("{\"Statement\":[]}", PolicyKind.RESOURCE)
                        .statements())
                .isEmpty();
    }

    @Test
    void namesPrincipalsAsWritten() {
        PolicyDocument trust = Policies.parse(
                PolicyKind.TRUST,
                "{'Effect':'Allow','Principal':{'AWS':['111122223333','AROAX'],'Service':'a.b'},'Action':'sts:AssumeRole'}");

        assertThat(trust.statements().get(0).awsPrincipals()).containsExactly("111122223333", "AROAX");
    }

    @Test
    void tellsTheKeysThatDecide() {
        PolicyDocument policy = Policies.parse(
                PolicyKind.IDENTITY,
                "{'Effect':'Allow','Action':'s3:*','Resource':'arn:aws:s3:::b/${aws:username}/*','Condition':"
                        + "{'StringEquals':{'aws:SourceIp':'${aws:PrincipalTag/ip, \\u0027-\\u0027}'},'Bool':{'AWS:sourceip':'a'}}}");

        assertThat(policy.contextKeys()).containsExactly("aws:username", "aws:SourceIp", "aws:PrincipalTag/ip");
    }

    private static void assertRefused(PolicyKind kind, String statement, String message) {
        assertThatThrownBy(() -> PolicyDocument.parse(Policies.document("{" + statement + "}"), kind))
                .isInstanceOf(PolicySyntaxException.class)
                .hasMessage(message);
    }
}
