package io.vaportrail.identity.iam.provider;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.CommonError;
import io.vaportrail.identity.iam.IamEnvironment;
import io.vaportrail.identity.iam.IamErrors;
import io.vaportrail.identity.iam.IamLimits;
import io.vaportrail.identity.iam.Registrar;
import io.vaportrail.identity.iam.Tags;
import io.vaportrail.identity.store.AccountIdentities;
import io.vaportrail.identity.store.SamlProvider;
import io.vaportrail.model.iam.CreateSAMLProviderRequest;
import io.vaportrail.model.iam.CreateSAMLProviderResponse;
import io.vaportrail.model.iam.DeleteSAMLProviderRequest;
import io.vaportrail.model.iam.GetSAMLProviderRequest;
import io.vaportrail.model.iam.GetSAMLProviderResponse;
import io.vaportrail.model.iam.IamService;
import io.vaportrail.model.iam.ListSAMLProviderTagsRequest;
import io.vaportrail.model.iam.ListSAMLProviderTagsResponse;
import io.vaportrail.model.iam.ListSAMLProvidersRequest;
import io.vaportrail.model.iam.ListSAMLProvidersResponse;
import io.vaportrail.model.iam.SAMLProviderListEntry;
import io.vaportrail.model.iam.TagSAMLProviderRequest;
import io.vaportrail.model.iam.UntagSAMLProviderRequest;
import io.vaportrail.model.iam.UpdateSAMLProviderRequest;
import io.vaportrail.model.iam.UpdateSAMLProviderResponse;
import io.vaportrail.schema.Unit;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** SAML providers. Encrypted assertions are not supported, and what asks for them is refused. */
public final class SamlProviderOperations {
    private static final int VALID_YEARS = 100;

    private final IamEnvironment environment;

    /** Operations over the environment. */
    public SamlProviderOperations(IamEnvironment environment) {
        this.environment = environment;
    }

    /** Registers the operations. */
    public void register(Registrar operations) {
        operations
                .add(IamService.CREATE_SAML_PROVIDER, this::createSAMLProvider)
                .add(IamService.GET_SAML_PROVIDER, this::getSAMLProvider)
                .add(IamService.LIST_SAML_PROVIDERS, this::listSAMLProviders)
                .add(IamService.UPDATE_SAML_PROVIDER, this::updateSAMLProvider)
                .add(IamService.DELETE_SAML_PROVIDER, this::deleteSAMLProvider)
                .add(IamService.TAG_SAML_PROVIDER, this::tagSAMLProvider)
                .add(IamService.UNTAG_SAML_PROVIDER, this::untagSAMLProvider)
                .add(IamService.LIST_SAML_PROVIDER_TAGS, this::listSAMLProviderTags);
    }

    private CreateSAMLProviderResponse createSAMLProvider(
            AccountIdentities account, CreateSAMLProviderRequest input, Call call) {
        refuse("AssertionEncryptionMode", input.assertionEncryptionMode());
        refuse("AddPrivateKey", input.addPrivateKey());
        SamlMetadata.check(input.samlMetadataDocument());
        Map<String, String> tags = Tags.initial(input.tags());
        SamlProvider provider = new SamlProvider(
                account.accountId(),
                input.name(),
                environment.uniqueId("ASPS"),
                environment.now(),
                input.samlMetadataDocument(),
                expiry());
        if (account.samlProviders().containsKey(provider.arn())) {
            throw IamErrors.alreadyExists("SAML Provider " + input.name() + " already exists.");
        }
        if (account.samlProviders().size() >= IamLimits.SAML_PROVIDERS) {
            throw IamErrors.quota("SAMLProvidersPerAccount", IamLimits.SAML_PROVIDERS);
        }
        provider.tags(tags);
        account.samlProviders().put(provider.arn(), provider);
        return CreateSAMLProviderResponse.builder()
                .samlProviderArn(provider.arn())
                .tags(Tags.view(provider))
                .build();
    }

    private static void refuse(String parameter, @Nullable String value) {
        if (value != null) {
            throw CommonError.receiver(
                    "NotImplemented", 501, "Vaportrail does not implement the parameter " + parameter + " of SAML providers.");
        }
    }

    private Instant expiry() {
        return environment
                .now()
                .atOffset(ZoneOffset.UTC)
                .plusYears(VALID_YEARS)
                .toInstant();
    }

    private static SamlProvider existing(AccountIdentities account, String arn) {
        SamlProvider provider = account.samlProviders().get(arn);
        if (provider == null) {
            throw IamErrors.noSuchEntity("Manifest not found for arn " + arn);
        }
        return provider;
    }

    private GetSAMLProviderResponse getSAMLProvider(
            AccountIdentities account, GetSAMLProviderRequest input, Call call) {
        SamlProvider provider = existing(account, input.samlProviderArn());
        return GetSAMLProviderResponse.builder()
                .samlProviderUUID(provider.uuid())
                .samlMetadataDocument(provider.metadataDocument())
                .createDate(provider.createDate())
                .validUntil(provider.validUntil())
                .tags(Tags.view(provider))
                .build();
    }

    private ListSAMLProvidersResponse listSAMLProviders(
            AccountIdentities account, ListSAMLProvidersRequest input, Call call) {
        List<SAMLProviderListEntry> entries = new ArrayList<>();
        for (SamlProvider provider : account.samlProviders().values()) {
            entries.add(SAMLProviderListEntry.builder()
                    .arn(provider.arn())
                    .validUntil(provider.validUntil())
                    .createDate(provider.createDate())
                    .build());
        }
        return ListSAMLProvidersResponse.builder().samlProviderList(entries).build();
    }

    private UpdateSAMLProviderResponse updateSAMLProvider(
            AccountIdentities account, UpdateSAMLProviderRequest input, Call call) {
        refuse("AssertionEncryptionMode", input.assertionEncryptionMode());
        refuse("AddPrivateKey", input.addPrivateKey());
        refuse("RemovePrivateKey", input.removePrivateKey());
        SamlProvider provider = existing(account, input.samlProviderArn());
        String document = input.samlMetadataDocument();
        if (document != null) {
            SamlMetadata.check(document);
            provider.metadata(document, expiry());
        }
        return UpdateSAMLProviderResponse.builder()
                .samlProviderArn(provider.arn())
                .build();
    }

    private Unit deleteSAMLProvider(AccountIdentities account, DeleteSAMLProviderRequest input, Call call) {
        account.samlProviders().remove(existing(account, input.samlProviderArn()).arn());
        return Unit.INSTANCE;
    }

    private Unit tagSAMLProvider(AccountIdentities account, TagSAMLProviderRequest input, Call call) {
        Tags.add(existing(account, input.samlProviderArn()), input.tags());
        return Unit.INSTANCE;
    }

    private Unit untagSAMLProvider(AccountIdentities account, UntagSAMLProviderRequest input, Call call) {
        Tags.remove(existing(account, input.samlProviderArn()), input.tagKeys());
        return Unit.INSTANCE;
    }

    private ListSAMLProviderTagsResponse listSAMLProviderTags(
            AccountIdentities account, ListSAMLProviderTagsRequest input, Call call) {
        var page = Tags.page(existing(account, input.samlProviderArn()), input.marker(), input.maxItems());
        return ListSAMLProviderTagsResponse.builder()
                .tags(Tags.list(page.items()))
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }
}
