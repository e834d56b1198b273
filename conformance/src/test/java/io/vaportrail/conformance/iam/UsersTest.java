package io.vaportrail.conformance.iam;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.AwsError;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.User;

/** CreateUser, GetUser, ListUsers, UpdateUser, DeleteUser and a user's tags. */
class UsersTest extends IamTest {
    @Test
    void createsAUser() {
        User created = iam.createUser(r -> r.userName("nora").path("/ops/").tags(tag("team", "blue")))
                .user();

        assertThat(created.arn()).isEqualTo("arn:aws:iam::" + ACCOUNT + ":user/ops/nora");
        assertThat(created.userId()).matches("AIDA[A-Z2-7]{17}");
        assertThat(created.path()).isEqualTo("/ops/");
        assertThat(created.tags()).containsExactly(tag("team", "blue"));
        assertThat(iam.getUser(r -> r.userName("nora")).user()).isEqualTo(created);
    }

    @Test
    void keepsNamesApartWhateverTheirCase() {
        iam.createUser(r -> r.userName("nora"));

        assertRefused(
                () -> iam.createUser(r -> r.userName("NORA")),
                "EntityAlreadyExists",
                409,
                "User with name NORA already exists.");
        assertThat(iam.getUser(r -> r.userName("NORA")).user().userName()).isEqualTo("nora");
    }

    @Test
    void saysThatAUserDoesNotExist() {
        String message = "The user with name ghost cannot be found.";

        assertNoSuchEntity(() -> iam.getUser(r -> r.userName("ghost")), message);
        assertNoSuchEntity(() -> iam.deleteUser(r -> r.userName("ghost")), message);
        assertNoSuchEntity(() -> iam.updateUser(r -> r.userName("ghost").newPath("/a/")), message);
        assertNoSuchEntity(() -> iam.listUserTags(r -> r.userName("ghost")), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "slash/ed", "umläut", "semi;colon"})
    void refusesANameWithOtherCharacters(String name) {
        assertInvalid(
                () -> iam.createUser(r -> r.userName(name)),
                "The specified value for userName is invalid. It must contain only alphanumeric characters and/or the"
                        + " following: +=,.@_-");
    }

    @Test
    void boundsNamesAndPaths() {
        assertThat(iam.createUser(r -> r.userName("n".repeat(64)).path("/" + "p".repeat(510) + "/"))
                        .user()
                        .userName())
                .hasSize(64);
        assertInvalid(
                () -> iam.createUser(r -> r.userName("n".repeat(65))),
                "1 validation error detected: Value at 'userName' failed to satisfy constraint: Member must have length"
                        + " less than or equal to 64");
        assertInvalid(
                () -> iam.createUser(r -> r.userName("a").path("/" + "p".repeat(511) + "/")),
                "1 validation error detected: Value at 'path' failed to satisfy constraint: Member must have length"
                        + " less than or equal to 512");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ops", "/ops", "ops/", "//o ps/"})
    void refusesAPathWithoutSlashesAtItsEnds(String path) {
        assertThat(AwsError.of(() -> iam.createUser(r -> r.userName("nora").path(path))))
                .extracting(AwsError::code)
                .isEqualTo("ValidationError");
    }

    @Test
    void renamesAUserWithAllThatBelongsToIt() {
        String id = iam.createUser(r -> r.userName("nora")).user().userId();
        iam.createUser(r -> r.userName("otto"));
        iam.putUserPolicy(r -> r.userName("nora").policyName("p").policyDocument(DOCUMENT));

        iam.updateUser(r -> r.userName("nora").newUserName("Nora").newPath("/new/"));
        iam.updateUser(r -> r.userName("nora").newUserName("norah"));

        User renamed = iam.getUser(r -> r.userName("norah")).user();
        assertThat(renamed.userId()).isEqualTo(id);
        assertThat(renamed.arn()).isEqualTo("arn:aws:iam::" + ACCOUNT + ":user/new/norah");
        assertThat(iam.listUserPolicies(r -> r.userName("norah")).policyNames()).containsExactly("p");
        assertNoSuchEntity(() -> iam.getUser(r -> r.userName("nora")), "The user with name nora cannot be found.");
        assertRefused(
                () -> iam.updateUser(r -> r.userName("norah").newUserName("otto")),
                "EntityAlreadyExists",
                409,
                "User with name otto already exists.");
    }

    @Test
    void listsUsersBelowAPathPageByPage() {
        IntStream.rangeClosed(1, 7)
                .forEach(i -> iam.createUser(r -> r.userName("u" + i).path(i % 2 == 0 ? "/even/" : "/odd/")));

        assertThat(iam.listUsersPaginator(r -> r.maxItems(2)).users())
                .extracting(User::userName)
                .containsExactly("u1", "u2", "u3", "u4", "u5", "u6", "u7");
        assertThat(iam.listUsers(r -> r.pathPrefix("/even/")).users())
                .extracting(User::userName)
                .containsExactly("u2", "u4", "u6");
        assertThat(iam.listUsers(r -> r.maxItems(7)).isTruncated()).isFalse();
        assertThat(iam.listUsers(r -> r.maxItems(6)).marker()).isNotBlank();
    }

    @Test
    void goesOnAfterTheMarkerWhateverWasDeletedMeanwhile() {
        IntStream.rangeClosed(1, 4).forEach(i -> iam.createUser(r -> r.userName("u" + i)));
        String marker = iam.listUsers(r -> r.maxItems(2)).marker();
        iam.deleteUser(r -> r.userName("u2"));

        assertThat(iam.listUsers(r -> r.marker(marker)).users())
                .extracting(User::userName)
                .containsExactly("u3", "u4");
        assertInvalid(() -> iam.listUsers(r -> r.marker("?")), "Invalid Marker.");
    }

    @Test
    void tagsUsersWithoutRegardToCase() {
        iam.createUser(r -> r.userName("nora").tags(tag("Team", "blue"), tag("zone", "a")));

        iam.tagUser(r -> r.userName("nora").tags(tag("team", "red"), tag("cost", "1")));
        iam.untagUser(r -> r.userName("nora").tagKeys("ZONE", "absent"));

        assertThat(iam.listUserTags(r -> r.userName("nora")).tags())
                .containsExactly(tag("cost", "1"), tag("team", "red"));
        assertRefused(
                () -> iam.tagUser(r -> r.userName("nora").tags(tag("a", "1"), tag("A", "2"))),
                "InvalidInput",
                400,
                "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
    }

    @Test
    void boundsTheNumberOfTags() {
        iam.createUser(r -> r.userName("nora")
                .tags(IntStream.range(0, 49).mapToObj(i -> tag("k" + i, "v")).toList()));
        iam.tagUser(r -> r.userName("nora").tags(tag("k49", "v")));
        iam.tagUser(r -> r.userName("nora").tags(tag("K49", "again")));

        assertThat(AwsError.of(() -> iam.tagUser(r -> r.userName("nora").tags(tag("k50", "v")))))
                .extracting(AwsError::code)
                .isEqualTo("LimitExceeded");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "key|must delete access keys first",
                "inline|must delete policies first",
                "managed|must detach all policies first",
                "group|must remove users from group first",
                "login|must delete login profile first"
            })
    void deletesAUserWhenNothingHangsOnIt(String what, String demand) {
        iam.createUser(r -> r.userName("nora"));
        String key = what.equals("key")
                ? iam.createAccessKey(r -> r.userName("nora")).accessKey().accessKeyId()
                : "none";
        switch (what) {
            case "inline" ->
                iam.putUserPolicy(r -> r.userName("nora").policyName("p").policyDocument(DOCUMENT));
            case "managed" ->
                iam.attachUserPolicy(r -> r.userName("nora").policyArn("arn:aws:iam::aws:policy/AmazonSQSFullAccess"));
            case "group" -> {
                iam.createGroup(r -> r.groupName("g"));
                iam.addUserToGroup(r -> r.groupName("g").userName("nora"));
            }
            case "login" -> iam.createLoginProfile(r -> r.userName("nora").password("Correct-horse-1"));
            default -> assertThat(what).isEqualTo("key");
        }

        assertDeleteConflict(() -> iam.deleteUser(r -> r.userName("nora")), "Cannot delete entity, " + demand + ".");

        switch (what) {
            case "inline" -> iam.deleteUserPolicy(r -> r.userName("nora").policyName("p"));
            case "managed" ->
                iam.detachUserPolicy(r -> r.userName("nora").policyArn("arn:aws:iam::aws:policy/AmazonSQSFullAccess"));
            case "group" -> iam.removeUserFromGroup(r -> r.groupName("g").userName("nora"));
            case "login" -> iam.deleteLoginProfile(r -> r.userName("nora"));
            default -> iam.deleteAccessKey(r -> r.userName("nora").accessKeyId(key));
        }
        iam.deleteUser(r -> r.userName("nora"));
        assertThat(iam.listUsers().users()).isEmpty();
    }

    @Test
    void keepsAccountsApart() {
        iam.createUser(r -> r.userName("nora"));

        assertThat(emulator.clients().iam("555566667777").listUsers().users()).isEmpty();
    }

    @Test
    void tellsWhoTheCallerIs() {
        iam.createUser(r -> r.userName("nora"));

        assertThat(emulator.clients().iam("nora").getUser().user().userName()).isEqualTo("nora");
        assertThat(iam.getUser().user().arn()).isEqualTo("arn:aws:iam::" + ACCOUNT + ":root");
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
