package io.vaportrail.identity.iam.provider;

import io.vaportrail.core.service.Call;
import io.vaportrail.identity.iam.IamEnvironment;
import io.vaportrail.identity.iam.IamErrors;
import io.vaportrail.identity.iam.IamLimits;
import io.vaportrail.identity.iam.Registrar;
import io.vaportrail.identity.iam.Tags;
import io.vaportrail.identity.store.AccountIdentities;
import io.vaportrail.identity.store.OidcProvider;
import io.vaportrail.model.iam.AddClientIDToOpenIDConnectProviderRequest;
import io.vaportrail.model.iam.CreateOpenIDConnectProviderRequest;
import io.vaportrail.model.iam.CreateOpenIDConnectProviderResponse;
import io.vaportrail.model.iam.DeleteOpenIDConnectProviderRequest;
import io.vaportrail.model.iam.GetOpenIDConnectProviderRequest;
import io.vaportrail.model.iam.GetOpenIDConnectProviderResponse;
import io.vaportrail.model.iam.IamService;
import io.vaportrail.model.iam.ListOpenIDConnectProviderTagsRequest;
import io.vaportrail.model.iam.ListOpenIDConnectProviderTagsResponse;
import io.vaportrail.model.iam.ListOpenIDConnectProvidersRequest;
import io.vaportrail.model.iam.ListOpenIDConnectProvidersResponse;
import io.vaportrail.model.iam.OpenIDConnectProviderListEntry;
import io.vaportrail.model.iam.RemoveClientIDFromOpenIDConnectProviderRequest;
import io.vaportrail.model.iam.TagOpenIDConnectProviderRequest;
import io.vaportrail.model.iam.UntagOpenIDConnectProviderRequest;
import io.vaportrail.model.iam.UpdateOpenIDConnectProviderThumbprintRequest;
import io.vaportrail.schema.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** OpenID Connect providers. Their addresses are never called, so that a thumbprint is not found where none is given. */
public final class OidcProviderOperations {
    private static final String SCHEME = "https://";

    private final IamEnvironment environment;

    /** Operations over the environment. */
    public OidcProviderOperations(IamEnvironment environment) {
        this.environment = environment;
    }

    /** Registers the operations. */
    public void register(Registrar operations) {
        operations
                .add(IamService.CREATE_OPEN_ID_CONNECT_PROVIDER, this::createOpenIDConnectProvider)
                .add(IamService.GET_OPEN_ID_CONNECT_PROVIDER, this::getOpenIDConnectProvider)
                .add(IamService.LIST_OPEN_ID_CONNECT_PROVIDERS, this::listOpenIDConnectProviders)
                .add(IamService.DELETE_OPEN_ID_CONNECT_PROVIDER, this::deleteOpenIDConnectProvider)
                .add(
                        IamService.ADD_CLIENT_ID_TO_OPEN_ID_CONNECT_PROVIDER,
                        this::addClientIDToOpenIDConnectProvider)
                .add(
                        IamService.REMOVE_CLIENT_ID_FROM_OPEN_ID_CONNECT_PROVIDER,
                        this::removeClientIDFromOpenIDConnectProvider)
                .add(
                        IamService.UPDATE_OPEN_ID_CONNECT_PROVIDER_THUMBPRINT,
                        this::updateOpenIDConnectProviderThumbprint)
                .add(IamService.TAG_OPEN_ID_CONNECT_PROVIDER, this::tagOpenIDConnectProvider)
                .add(IamService.UNTAG_OPEN_ID_CONNECT_PROVIDER, this::untagOpenIDConnectProvider)
                .add(IamService.LIST_OPEN_ID_CONNECT_PROVIDER_TAGS, this::listOpenIDConnectProviderTags);
    }

    private CreateOpenIDConnectProviderResponse createOpenIDConnectProvider(
            AccountIdentities account, CreateOpenIDConnectProviderRequest input, Call call) {
        if (!input.url().startsWith(SCHEME) || input.url().length() == SCHEME.length()) {
            throw IamErrors.validation("Invalid Open ID Connect Provider URL");
        }
        List<String> clientIds = orEmpty(input.clientIDList());
        if (clientIds.size() > IamLimits.OIDC_CLIENT_IDS) {
            throw IamErrors.quota("ClientIdsPerOpenIdConnectProvider", IamLimits.OIDC_CLIENT_IDS);
        }
        Map<String, String> tags = Tags.initial(input.tags());
        OidcProvider provider = new OidcProvider(
                account.accountId(),
                input.url().substring(SCHEME.length()),
                environment.now(),
                clientIds,
                thumbprints(orEmpty(input.thumbprintList())));
        if (account.oidcProviders().containsKey(provider.arn())) {
            throw IamErrors.alreadyExists("Provider with url " + input.url() + " already exists.");
        }
        if (account.oidcProviders().size() >= IamLimits.OIDC_PROVIDERS) {
            throw IamErrors.quota("OpenIdConnectProvidersPerAccount", IamLimits.OIDC_PROVIDERS);
        }
        provider.tags(tags);
        account.oidcProviders().put(provider.arn(), provider);
        return CreateOpenIDConnectProviderResponse.builder()
                .openIDConnectProviderArn(provider.arn())
                .tags(Tags.view(provider))
                .build();
    }

    private static List<String> orEmpty(@Nullable List<String> list) {
        return list == null ? List.of() : list;
    }

    private static List<String> thumbprints(List<String> thumbprints) {
        if (thumbprints.size() > IamLimits.OIDC_THUMBPRINTS) {
            throw IamErrors.invalidInput("Thumbprint list must not contain more than " + IamLimits.OIDC_THUMBPRINTS + " entries.");
        }
        return thumbprints;
    }

    private static OidcProvider existing(AccountIdentities account, String arn) {
        OidcProvider provider = account.oidcProviders().get(arn);
        if (provider == null) {
            throw IamErrors.noSuchEntity("OpenIDConnect Provider not found for arn " + arn);
        }
        return provider;
    }

    private GetOpenIDConnectProviderResponse getOpenIDConnectProvider(
            AccountIdentities account, GetOpenIDConnectProviderRequest input, Call call) {
        OidcProvider provider = existing(account, input.openIDConnectProviderArn());
        return GetOpenIDConnectProviderResponse.builder()
                .url(provider.url())
                .clientIDList(provider.clientIds())
                .thumbprintList(provider.thumbprints())
                .createDate(provider.createDate())
                .tags(Tags.view(provider))
                .build();
    }

    private ListOpenIDConnectProvidersResponse listOpenIDConnectProviders(
            AccountIdentities account, ListOpenIDConnectProvidersRequest input, Call call) {
        List<OpenIDConnectProviderListEntry> entries = new ArrayList<>();
        for (String arn : account.oidcProviders().keySet()) {
            entries.add(OpenIDConnectProviderListEntry.builder().arn(arn).build());
        }
        return ListOpenIDConnectProvidersResponse.builder()
                .openIDConnectProviderList(entries)
                .build();
    }

    private Unit deleteOpenIDConnectProvider(
            AccountIdentities account, DeleteOpenIDConnectProviderRequest input, Call call) {
        account.oidcProviders()
                .remove(existing(account, input.openIDConnectProviderArn()).arn());
        return Unit.INSTANCE;
    }

    /** Adding a client id once more changes nothing. */
    private Unit addClientIDToOpenIDConnectProvider(
            AccountIdentities account, AddClientIDToOpenIDConnectProviderRequest input, Call call) {
        OidcProvider provider = existing(account, input.openIDConnectProviderArn());
        if (provider.clientIds().contains(input.clientID())) {
            return Unit.INSTANCE;
        }
        if (provider.clientIds().size() >= IamLimits.OIDC_CLIENT_IDS) {
            throw IamErrors.quota("ClientIdsPerOpenIdConnectProvider", IamLimits.OIDC_CLIENT_IDS);
        }
        List<String> changed = new ArrayList<>(provider.clientIds());
        changed.add(input.clientID());
        provider.clientIds(changed);
        return Unit.INSTANCE;
    }

    /** Removing a client id that is not there changes nothing. */
    private Unit removeClientIDFromOpenIDConnectProvider(
            AccountIdentities account, RemoveClientIDFromOpenIDConnectProviderRequest input, Call call) {
        OidcProvider provider = existing(account, input.openIDConnectProviderArn());
        List<String> changed = new ArrayList<>(provider.clientIds());
        changed.remove(input.clientID());
        provider.clientIds(changed);
        return Unit.INSTANCE;
    }

    private Unit updateOpenIDConnectProviderThumbprint(
            AccountIdentities account, UpdateOpenIDConnectProviderThumbprintRequest input, Call call) {
        existing(account, input.openIDConnectProviderArn()).thumbprints(thumbprints(input.thumbprintList()));
        return Unit.INSTANCE;
    }

    private Unit tagOpenIDConnectProvider(
            AccountIdentities account, TagOpenIDConnectProviderRequest input, Call call) {
        Tags.add(existing(account, input.openIDConnectProviderArn()), input.tags());
        return Unit.INSTANCE;
    }

    private Unit untagOpenIDConnectProvider(
            AccountIdentities account, UntagOpenIDConnectProviderRequest input, Call call) {
        Tags.remove(existing(account, input.openIDConnectProviderArn()), input.tagKeys());
        return Unit.INSTANCE;
    }

    private ListOpenIDConnectProviderTagsResponse listOpenIDConnectProviderTags(
            AccountIdentities account, ListOpenIDConnectProviderTagsRequest input, Call call) {
        var page =
                Tags.page(existing(account, input.openIDConnectProviderArn()), input.marker(), input.maxItems());
        return ListOpenIDConnectProviderTagsResponse.builder()
                .tags(Tags.list(page.items()))
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }
}
