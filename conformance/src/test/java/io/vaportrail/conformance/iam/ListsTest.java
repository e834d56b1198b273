package io.vaportrail.conformance.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.PolicyScopeType;
import software.amazon.awssdk.services.iam.model.Tag;

/** Every list gives everything once, page by page, in the same order as on one page. */
final class ListsTest extends IamTest {
    private static final List<String> THREE = List.of("a", "b", "c");

    /** A page of a list: what it holds, and where the next one goes on. */
    private record Page(
            List<String> items, boolean truncated, @Nullable String marker) {}

    /** Asks for a page of so many items. */
    @FunctionalInterface
    private interface Lister {
        Page page(IamClient iam, @Nullable String marker, @Nullable Integer size);
    }

    /** A user, a group and a role that three of everything hangs on. */
    @BeforeEach
    void fill() {
        iam.createUser(r -> r.userName("user"));
        iam.createGroup(r -> r.groupName("group"));
        iam.createRole(r -> r.roleName("role").assumeRolePolicyDocument(TRUST));
        for (String name : THREE) {
            iam.createUser(r -> r.userName("u" + name).path("/p/"));
            iam.createGroup(r -> r.groupName("g" + name).path("/p/"));
            iam.createRole(r -> r.roleName("r" + name).path("/p/").assumeRolePolicyDocument(TRUST));
            iam.createInstanceProfile(r -> r.instanceProfileName("i" + name).path("/p/"));
            iam.createVirtualMFADevice(r -> r.virtualMFADeviceName("m" + name));
            String policy = createPolicy("p" + name);
            iam.attachUserPolicy(r -> r.userName("user").policyArn(policy));
            iam.attachGroupPolicy(r -> r.groupName("group").policyArn(policy));
            iam.attachRolePolicy(r -> r.roleName("role").policyArn(policy));
            iam.putUserPolicy(r -> r.userName("user").policyName(name).policyDocument(DOCUMENT));
            iam.putGroupPolicy(r -> r.groupName("group").policyName(name).policyDocument(DOCUMENT));
            iam.putRolePolicy(r -> r.roleName("role").policyName(name).policyDocument(DOCUMENT));
            iam.addUserToGroup(r -> r.groupName("g" + name).userName("user"));
            iam.addUserToGroup(r -> r.groupName("group").userName("u" + name));
            iam.addRoleToInstanceProfile(r -> r.instanceProfileName("i" + name).roleName("role"));
            iam.tagUser(r -> r.userName("user").tags(tag(name)));
            iam.tagRole(r -> r.roleName("role").tags(tag(name)));
            iam.createPolicyVersion(r -> r.policyArn(policyArn("pa")).policyDocument(DOCUMENT));
        }
        iam.createAccessKey(r -> r.userName("user"));
        iam.createAccessKey(r -> r.userName("user"));
    }

    static Stream<Named<Lister>> lists() {
        return Stream.of(
                named("ListUsers", 3, (iam, m, n) -> {
                    var a = iam.listUsers(r -> r.pathPrefix("/p/").marker(m).maxItems(n));
                    return page(a.users(), u -> u.userName(), a.isTruncated(), a.marker());
                }),
                named("ListGroups", 3, (iam, m, n) -> {
                    var a = iam.listGroups(r -> r.pathPrefix("/p/").marker(m).maxItems(n));
                    return page(a.groups(), g -> g.groupName(), a.isTruncated(), a.marker());
                }),
                named("ListRoles", 3, (iam, m, n) -> {
                    var a = iam.listRoles(r -> r.pathPrefix("/p/").marker(m).maxItems(n));
                    return page(a.roles(), g -> g.roleName(), a.isTruncated(), a.marker());
                }),
                named("ListInstanceProfiles", 3, (iam, m, n) -> {
                    var a = iam.listInstanceProfiles(
                            r -> r.pathPrefix("/p/").marker(m).maxItems(n));
                    return page(a.instanceProfiles(), i -> i.instanceProfileName(), a.isTruncated(), a.marker());
                }),
                named("ListInstanceProfilesForRole", 3, (iam, m, n) -> {
                    var a = iam.listInstanceProfilesForRole(
                            r -> r.roleName("role").marker(m).maxItems(n));
                    return page(a.instanceProfiles(), i -> i.instanceProfileName(), a.isTruncated(), a.marker());
                }),
                named("ListPolicies", 3, (iam, m, n) -> {
                    var a = iam.listPolicies(
                            r -> r.scope(PolicyScopeType.LOCAL).marker(m).maxItems(n));
                    return page(a.policies(), p -> p.policyName(), a.isTruncated(), a.marker());
                }),
                named("ListPolicyVersions", 4, (iam, m, n) -> {
                    var a = iam.listPolicyVersions(
                            r -> r.policyArn(policyArn("pa")).marker(m).maxItems(n));
                    return page(a.versions(), v -> v.versionId(), a.isTruncated(), a.marker());
                }),
                named("ListAttachedUserPolicies", 3, (iam, m, n) -> {
                    var a = iam.listAttachedUserPolicies(
                            r -> r.userName("user").marker(m).maxItems(n));
                    return page(a.attachedPolicies(), p -> p.policyArn(), a.isTruncated(), a.marker());
                }),
                named("ListAttachedGroupPolicies", 3, (iam, m, n) -> {
                    var a = iam.listAttachedGroupPolicies(
                            r -> r.groupName("group").marker(m).maxItems(n));
                    return page(a.attachedPolicies(), p -> p.policyArn(), a.isTruncated(), a.marker());
                }),
                named("ListAttachedRolePolicies", 3, (iam, m, n) -> {
                    var a = iam.listAttachedRolePolicies(
                            r -> r.roleName("role").marker(m).maxItems(n));
                    return page(a.attachedPolicies(), p -> p.policyArn(), a.isTruncated(), a.marker());
                }),
                named("ListUserPolicies", 3, (iam, m, n) -> {
                    var a = iam.listUserPolicies(
                            r -> r.userName("user").marker(m).maxItems(n));
                    return page(a.policyNames(), p -> p, a.isTruncated(), a.marker());
                }),
                named("ListGroupPolicies", 3, (iam, m, n) -> {
                    var a = iam.listGroupPolicies(
                            r -> r.groupName("group").marker(m).maxItems(n));
                    return page(a.policyNames(), p -> p, a.isTruncated(), a.marker());
                }),
                named("ListRolePolicies", 3, (iam, m, n) -> {
                    var a = iam.listRolePolicies(
                            r -> r.roleName("role").marker(m).maxItems(n));
                    return page(a.policyNames(), p -> p, a.isTruncated(), a.marker());
                }),
                named("ListGroupsForUser", 3, (iam, m, n) -> {
                    var a = iam.listGroupsForUser(
                            r -> r.userName("user").marker(m).maxItems(n));
                    return page(a.groups(), g -> g.groupName(), a.isTruncated(), a.marker());
                }),
                named("GetGroup", 3, (iam, m, n) -> {
                    var a = iam.getGroup(r -> r.groupName("group").marker(m).maxItems(n));
                    return page(a.users(), u -> u.userName(), a.isTruncated(), a.marker());
                }),
                named("ListEntitiesForPolicy", 3, (iam, m, n) -> {
                    var a = iam.listEntitiesForPolicy(
                            r -> r.policyArn(policyArn("pa")).marker(m).maxItems(n));
                    List<String> names = new ArrayList<>();
                    a.policyGroups().forEach(g -> names.add(g.groupName()));
                    a.policyUsers().forEach(u -> names.add(u.userName()));
                    a.policyRoles().forEach(e -> names.add(e.roleName()));
                    return new Page(names, a.isTruncated(), a.marker());
                }),
                named("ListAccessKeys", 2, (iam, m, n) -> {
                    var a = iam.listAccessKeys(r -> r.userName("user").marker(m).maxItems(n));
                    return page(a.accessKeyMetadata(), k -> k.accessKeyId(), a.isTruncated(), a.marker());
                }),
                named("ListVirtualMFADevices", 3, (iam, m, n) -> {
                    var a = iam.listVirtualMFADevices(r -> r.marker(m).maxItems(n));
                    return page(a.virtualMFADevices(), d -> d.serialNumber(), a.isTruncated(), a.marker());
                }),
                named("ListUserTags", 3, (iam, m, n) -> {
                    var a = iam.listUserTags(r -> r.userName("user").marker(m).maxItems(n));
                    return page(a.tags(), t -> t.key(), a.isTruncated(), a.marker());
                }),
                named("ListRoleTags", 3, (iam, m, n) -> {
                    var a = iam.listRoleTags(r -> r.roleName("role").marker(m).maxItems(n));
                    return page(a.tags(), t -> t.key(), a.isTruncated(), a.marker());
                }));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void givesEverythingOncePageByPage(Lister list) {
        Page whole = list.page(iam, null, null);
        List<String> paged = new ArrayList<>();
        Page page = list.page(iam, null, 1);
        while (page.truncated()) {
            assertThat(page.items()).hasSize(1);
            assertThat(page.marker()).isNotBlank();
            paged.addAll(page.items());
            page = list.page(iam, page.marker(), 1);
        }
        paged.addAll(page.items());

        assertThat(whole.truncated()).isFalse();
        assertThat(whole.marker()).isNull();
        assertThat(page.marker()).isNull();
        assertThat(paged).doesNotHaveDuplicates().containsExactlyElementsOf(whole.items());
    }

    @Test
    void refusesAPageOfNothingAndOfTooMuch() {
        assertThat(refused(0)).contains("at 'maxItems' failed to satisfy constraint: Member must have value greater");
        assertThat(refused(1001)).contains("at 'maxItems' failed to satisfy constraint: Member must have value less");
        assertInvalid(() -> iam.listUsers(r -> r.marker("no marker of ours")), "Invalid Marker.");
    }

    private String refused(int maxItems) {
        return io.vaportrail.conformance.fixture.AwsError.of(() -> iam.listUsers(r -> r.maxItems(maxItems)))
                .message();
    }

    private static Named<Lister> named(String name, int expected, Lister lister) {
        return Named.of(name, (iam, marker, size) -> {
            Page page = lister.page(iam, marker, size);
            if (marker == null && size == null) {
                assertThat(page.items()).hasSize(expected);
            }
            return page;
        });
    }

    private static <T> Page page(List<T> items, Function<T, String> name, Boolean truncated, @Nullable String marker) {
        return new Page(items.stream().map(name).toList(), truncated, marker);
    }

    private static String policyArn(String name) {
        return "arn:aws:iam::" + ACCOUNT + ":policy/" + name;
    }

    private static Tag tag(String key) {
        return Tag.builder().key(key).value("v").build();
    }
}
