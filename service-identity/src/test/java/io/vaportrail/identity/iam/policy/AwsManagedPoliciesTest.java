package io.vaportrail.identity.iam.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.identity.store.ManagedPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AwsManagedPoliciesTest {
    private final AwsManagedPolicies policies = new AwsManagedPolicies();

    @Test
    void readsEveryDocument() {
        List<ManagedPolicy> all = policies.all();

        assertThat(all).hasSizeGreaterThan(200);
        assertThat(all)
                .allSatisfy(
                        policy -> assertThat(policy.defaultVersion().document().statements())
                                .isNotEmpty())
                .allSatisfy(policy -> assertThat(policy.updateDate()).isAfterOrEqualTo(policy.createDate()));
        assertThat(all).extracting(ManagedPolicy::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AdministratorAccess",
                "PowerUserAccess",
                "ReadOnlyAccess",
                "AmazonSQSFullAccess",
                "AmazonSNSFullAccess",
                "AmazonS3FullAccess",
                "service-role/AWSLambdaBasicExecutionRole",
                "job-function/ViewOnlyAccess"
            })
    void knowsWhatEverybodyUses(String pathAndName) {
        String arn = "arn:aws:iam::aws:policy/" + pathAndName;

        ManagedPolicy policy = policies.get(arn);

        assertThat(policy).isNotNull();
        assertThat(policy.arn()).isEqualTo(arn);
        assertThat(policy.isAws()).isTrue();
        assertThat(policies.get(arn)).isSameAs(policy);
    }

    @Test
    void doesNotKnowTheRest() {
        assertThat(policies.get("arn:aws:iam::aws:policy/NoSuchAccess")).isNull();
        assertThat(policies.get("arn:aws:iam::111122223333:policy/AdministratorAccess"))
                .isNull();
        assertThat(policies.get("")).isNull();
    }
}
