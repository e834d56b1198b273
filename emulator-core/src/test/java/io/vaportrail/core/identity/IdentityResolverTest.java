package io.vaportrail.core.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vaportrail.core.service.EmulatorSettings;
import io.vaportrail.schema.ServiceException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityResolverTest {
    private final IdentityResolver resolver = new IdentityResolver(EmulatorSettings.DEFAULT, KeyDirectory.EMPTY);

    @Test
    void aNameIsAnImplicitUserOfTheDefaultAccount() {
        Caller sarah = resolve("sarah");

        assertThat(sarah.type()).isEqualTo(Caller.Type.IAM_USER);
        assertThat(sarah.accountId()).isEqualTo("000000000000");
        assertThat(sarah.arn()).isEqualTo("arn:aws:iam::000000000000:user/sarah");
        assertThat(sarah.userName()).isEqualTo("sarah");
        assertThat(sarah.accessKeyId()).isEqualTo("sarah");
        assertThat(sarah.displayName()).isEqualTo("sarah");
        assertThat(sarah.principalId()).matches("AIDA[A-Z2-7]{17}");
    }

    @Test
    void theUniqueIdOfANameIsTheSameEveryTimeAndDiffersByAccount() {
        IdentityResolver another = new IdentityResolver(EmulatorSettings.DEFAULT, KeyDirectory.EMPTY);
        String here = resolve("sarah").principalId();

        assertThat(another.resolve(new CredentialScope("sarah", null, null), false)
                        .principalId())
                .isEqualTo(here);
        assertThat(resolve("sarah@111122223333").principalId()).isNotEqualTo(here);
    }

    @Test
    void aNameWithAnAccountWorksInThatAccount() {
        Caller caller = resolve("orders-app@111122223333");

        assertThat(caller.accountId()).isEqualTo("111122223333");
        assertThat(caller.arn()).isEqualTo("arn:aws:iam::111122223333:user/orders-app");
        assertThat(caller.accessKeyId()).isEqualTo("orders-app@111122223333");
    }

    @Test
    void anAtSignWithoutAnAccountBelongsToTheName() {
        assertThat(resolve("sarah@example.com").userName()).isEqualTo("sarah@example.com");
        assertThat(resolve("@111122223333").userName()).isEqualTo("@111122223333");
    }

    @Test
    void twelveDigitsAreTheRootOfThatAccount() {
        Caller root = resolve("111122223333");

        assertThat(root.type()).isEqualTo(Caller.Type.ROOT);
        assertThat(root.arn()).isEqualTo("arn:aws:iam::111122223333:root");
        assertThat(root.principalId()).isEqualTo("111122223333");
        assertThat(root.displayName()).isEqualTo("root");
    }

    @Test
    void testIsTheRootOfTheDefaultAccount() {
        assertThat(resolve("test").arn()).isEqualTo("arn:aws:iam::000000000000:root");
    }

    @Test
    void anUnsignedCallIsTheRootExceptWhereAwsTakesItUnsigned() {
        assertThat(resolver.resolve(null, false).type()).isEqualTo(Caller.Type.ROOT);
        assertThat(resolver.resolve(null, true).type()).isEqualTo(Caller.Type.ANONYMOUS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ASIAIOSFODNN7EXAMPLE", "", "with space", "new\nline", "ümlaut"})
    void anUnknownTemporaryOrUnprintableKeyIsRefused(String key) {
        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> resolve(key))
                .satisfies(e -> {
                    assertThat(e.error().code()).isEqualTo("InvalidClientTokenId");
                    assertThat(e.error().httpStatus()).isEqualTo(403);
                    assertThat(e).hasMessage("The security token included in the request is invalid.");
                });
    }

    @Test
    void aNameThatOnlyStartsLikeATemporaryKeyIsAName() {
        assertThat(resolve("ASIAN-markets").userName()).isEqualTo("ASIAN-markets");
    }

    @Test
    void anIssuedKeyIsItsHolder() {
        Caller holder = Caller.user("111122223333", "mike", "AKIAMIKE");
        IdentityResolver issued = new IdentityResolver(EmulatorSettings.DEFAULT, new KeyDirectory() {
            @Override
            public @Nullable Caller holderOf(String accessKeyId) {
                return accessKeyId.equals("AKIAMIKE") ? holder : null;
            }

            @Override
            public @Nullable Caller userNamed(String accountId, String userName, String accessKeyId) {
                return null;
            }
        });

        assertThat(issued.resolve(new CredentialScope("AKIAMIKE", null, null), false))
                .isSameAs(holder);
        assertThat(issued.resolve(new CredentialScope("mike", null, null), false))
                .isNotSameAs(holder);
    }

    @Test
    void manyNamesDoNotGrowTheMemoryWithoutBound() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(resolve("user-" + i).userName()).isEqualTo("user-" + i);
        }
        assertThat(resolver.rememberedIdentities()).isLessThanOrEqualTo(4096);
    }

    private Caller resolve(String key) {
        return resolver.resolve(new CredentialScope(key, null, null), false);
    }
}
