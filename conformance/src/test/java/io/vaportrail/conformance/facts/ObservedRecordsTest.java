package io.vaportrail.conformance.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.model.Services;
import io.vaportrail.schema.EventCategory;
import io.vaportrail.schema.ListSchema;
import io.vaportrail.schema.MapSchema;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ResourceTrait;
import io.vaportrail.schema.Schema;
import io.vaportrail.schema.StructSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The overlays contradict nothing that was seen in real records, and leave no operation unclassified. */
class ObservedRecordsTest {
    /** Recorded by AWS, but by no operation of the models: S3's control plane, consoles, agents, and services themselves. */
    private static final Set<String> OF_NO_OPERATION = Set.of(
            "s3:GetAccountPublicAccessBlock",
            "s3:GetStorageLensConfiguration",
            "s3:GetStorageLensDashboardDataInternal",
            "s3:ListAccessPoints",
            "secretsmanager:EndSecretVersionDelete",
            "ssm:UpdateInstanceAssociationStatus");

    /** Data events that concern no single resource of those that selectors can name. */
    private static final Set<String> WITHOUT_RESOURCE = Set.of("sqs.ListQueues", "s3.WriteGetObjectResponse");

    /** Policies have no say in who is asking, nor in a user's own sessions. */
    private static final Set<String> FREE_FOR_ALL = Set.of("sts.GetCallerIdentity", "sts.GetSessionToken");

    static List<Observed> known() {
        return Observed.all().stream()
                .filter(observed -> !OF_NO_OPERATION.contains(observed.toString()))
                .toList();
    }

    @Test
    void whatNoOperationCausesIsListed() {
        Set<String> unknown = Observed.all().stream()
                .filter(observed -> observed.operations().isEmpty())
                .map(Observed::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unknown).containsExactlyInAnyOrderElementsOf(OF_NO_OPERATION);
    }

    @ParameterizedTest
    @MethodSource("known")
    void categoryAndReadOnlyAreThoseSeen(Observed observed) {
        for (OperationSchema<?, ?> operation : observed.operations()) {
            assertThat(operation.audit().readOnly())
                    .as("%s readOnly", operation)
                    .isEqualTo(observed.readOnly());
            assertThat(operation.audit().category()).as("%s", operation).isEqualTo(EventCategory.MANAGEMENT);
        }
    }

    @ParameterizedTest
    @MethodSource("known")
    void resourcesAreThoseSeen(Observed observed) {
        for (OperationSchema<?, ?> operation : observed.operations()) {
            Set<String> stated = operation.recordedResources().stream()
                    .map(ResourceTrait::type)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(stated).as("%s", operation).isEqualTo(observed.resourceTypes());
        }
    }

    @ParameterizedTest
    @MethodSource("known")
    void keysAreThoseSeen(Observed observed) {
        if (observed.source().equals("s3")) {
            return; // shows requests as they were sent; the golden records compare them
        }
        for (OperationSchema<?, ?> operation : observed.operations()) {
            assertThat(unknown(operation.input(), observed.keys("requestParameters")))
                    .as("%s requestParameters", operation)
                    .isEmpty();
            assertThat(unknown(operation.output(), observed.keys("responseElements")))
                    .as("%s responseElements", operation)
                    .isEmpty();
            assertThat(observed.readOnly() && !observed.keys("responseElements").isEmpty())
                    .as("%s has an answer although it is read-only", operation)
                    .isEqualTo(operation.toString().equals("sts.AssumeRole"));
        }
    }

    @Test
    void everyOperationOfEveryModelIsClassified() {
        List<String> unclear = new ArrayList<>();
        int operations = 0;
        for (String id : Services.ids()) {
            for (OperationSchema<?, ?> operation : Services.byId(id).operations()) {
                operations++;
                boolean data = operation.audit().category() == EventCategory.DATA;
                boolean resource = !operation.recordedResources().isEmpty();
                if (operation.accesses().isEmpty() != FREE_FOR_ALL.contains(operation.toString())
                        || data && !resource && !WITHOUT_RESOURCE.contains(operation.toString())) {
                    unclear.add(operation.toString());
                }
            }
        }
        assertThat(unclear).isEmpty();
        assertThat(Services.ids()).hasSize(15);
        assertThat(operations).isGreaterThan(1000);
    }

    private static Set<String> unknown(StructSchema<?> schema, Set<String> keys) {
        Set<String> unknown = new TreeSet<>();
        for (String key : keys) {
            if (!has(schema, key.split("\\."), 0)) {
                unknown.add(key);
            }
        }
        return unknown;
    }

    private static boolean has(Schema schema, String[] path, int depth) {
        if (depth == path.length || schema instanceof MapSchema) {
            return true;
        }
        if (schema instanceof ListSchema list) {
            return has(list.element().target(), path, depth);
        }
        Member member = schema instanceof StructSchema<?> struct ? member(struct, path[depth]) : null;
        return member != null && has(member.target(), path, depth + 1);
    }

    private static @Nullable Member member(StructSchema<?> struct, String auditKey) {
        for (Member member : struct.members()) {
            if (member.auditKey().equals(auditKey)) {
                return member;
            }
        }
        return null;
    }
}
