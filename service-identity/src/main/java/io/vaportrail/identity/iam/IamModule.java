package io.vaportrail.identity.iam;

import io.vaportrail.core.service.DenialWording;
import io.vaportrail.core.service.EmulatorContext;
import io.vaportrail.core.service.OperationRegistry;
import io.vaportrail.core.service.ServiceModule;
import io.vaportrail.core.validation.ViolationWording;
import io.vaportrail.identity.iam.account.AccountOperations;
import io.vaportrail.identity.iam.account.CredentialReportOperations;
import io.vaportrail.identity.iam.account.GetAccountAuthorizationDetails;
import io.vaportrail.identity.iam.account.GetAccountSummary;
import io.vaportrail.identity.iam.account.OutboundFederationOperations;
import io.vaportrail.identity.iam.credential.LoginProfileOperations;
import io.vaportrail.identity.iam.credential.ServiceCredentialOperations;
import io.vaportrail.identity.iam.credential.UploadedCredentialOperations;
import io.vaportrail.identity.iam.group.GroupOperations;
import io.vaportrail.identity.iam.key.AccessKeyOperations;
import io.vaportrail.identity.iam.mfa.MfaDeviceOperations;
import io.vaportrail.identity.iam.policy.AttachmentOperations;
import io.vaportrail.identity.iam.policy.AwsManagedPolicies;
import io.vaportrail.identity.iam.policy.InlinePolicyOperations;
import io.vaportrail.identity.iam.policy.ListEntitiesForPolicy;
import io.vaportrail.identity.iam.policy.ManagedPolicyOperations;
import io.vaportrail.identity.iam.policy.PolicyFinder;
import io.vaportrail.identity.iam.policy.PolicyVersionOperations;
import io.vaportrail.identity.iam.profile.InstanceProfileOperations;
import io.vaportrail.identity.iam.provider.OidcProviderOperations;
import io.vaportrail.identity.iam.provider.SamlProviderOperations;
import io.vaportrail.identity.iam.role.RoleChangeOperations;
import io.vaportrail.identity.iam.role.RoleOperations;
import io.vaportrail.identity.iam.role.ServiceLinkedRoleOperations;
import io.vaportrail.identity.iam.simulate.SimulatorOperations;
import io.vaportrail.identity.iam.user.UserOperations;
import io.vaportrail.identity.store.Accounts;
import io.vaportrail.identity.store.Entity;
import io.vaportrail.identity.store.Role;
import io.vaportrail.identity.sts.role.RoleArns;
import io.vaportrail.model.iam.IamService;
import io.vaportrail.schema.ServiceSchema;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** IAM: its operations over the identities of all accounts. */
public final class IamModule implements ServiceModule {
    private final IamEnvironment environment;
    private final PolicyFinder policies;
    private final Consumer<@Nullable String> reset;

    /**
     * A module over these identities.
     *
     * @param reset forgets everything, or everything of one account
     */
    public IamModule(EmulatorContext context, Accounts accounts, Consumer<@Nullable String> reset) {
        AwsManagedPolicies awsPolicies = new AwsManagedPolicies();
        this.environment = new IamEnvironment(context.clock(), context.ids(), accounts, awsPolicies);
        this.policies = new PolicyFinder(awsPolicies);
        this.reset = reset;
    }

    @Override
    public ServiceSchema schema() {
        return IamService.SERVICE;
    }

    @Override
    public DenialWording denials() {
        return IamDenials::word;
    }

    @Override
    public ViolationWording violations() {
        return new IamViolations();
    }

    @Override
    public void register(OperationRegistry operations) {
        Registrar registrar = new Registrar(operations, environment.accounts());
        registerPrincipals(registrar);
        registerPolicies(registrar);
        registerCredentials(registrar);
        registerAccount(registrar);
    }

    private void registerPrincipals(Registrar registrar) {
        new UserOperations(environment, policies).register(registrar);
        new GroupOperations(environment).register(registrar);
        new RoleOperations(environment, policies).register(registrar);
        new RoleChangeOperations(policies).register(registrar);
        new ServiceLinkedRoleOperations(environment).register(registrar);
        new InstanceProfileOperations(environment).register(registrar);
        new SamlProviderOperations(environment).register(registrar);
        new OidcProviderOperations(environment).register(registrar);
    }

    private void registerPolicies(Registrar registrar) {
        new InlinePolicyOperations().register(registrar);
        new ManagedPolicyOperations(environment, policies).register(registrar);
        new PolicyVersionOperations(environment, policies).register(registrar);
        new AttachmentOperations(policies).register(registrar);
        registrar.add(IamService.LIST_ENTITIES_FOR_POLICY, new ListEntitiesForPolicy(policies));
        new SimulatorOperations().register(registrar);
    }

    private void registerCredentials(Registrar registrar) {
        new AccessKeyOperations(environment).register(registrar);
        new LoginProfileOperations(environment).register(registrar);
        new ServiceCredentialOperations(environment).register(registrar);
        new UploadedCredentialOperations().register(registrar);
        new MfaDeviceOperations(environment).register(registrar);
    }

    private void registerAccount(Registrar registrar) {
        new AccountOperations(environment).register(registrar);
        new CredentialReportOperations(environment).register(registrar);
        new OutboundFederationOperations(environment).register(registrar);
        registrar
                .add(IamService.GET_ACCOUNT_SUMMARY, new GetAccountSummary())
                .add(IamService.GET_ACCOUNT_AUTHORIZATION_DETAILS, new GetAccountAuthorizationDetails());
    }

    /** The trust policy of a role. */
    @Override
    public @Nullable String resourcePolicy(String arn) {
        Role role = RoleArns.find(environment.accounts(), arn);
        return role == null ? null : role.trustPolicy().text();
    }

    @Override
    public boolean hasResource(String arn) {
        return !arn.contains(":role/") || RoleArns.find(environment.accounts(), arn) != null;
    }

    @Override
    public String resolvedArn(String arn) {
        Entity entity = EntityArns.named(environment.accounts(), arn);
        return entity == null ? arn : entity.arn();
    }

    @Override
    public Map<String, String> resourceTags(String arn) {
        Entity entity = EntityArns.named(environment.accounts(), arn);
        return entity == null || !entity.arn().equals(arn) ? Map.of() : entity.tags();
    }

    @Override
    public void reset(@Nullable String accountId) {
        reset.accept(accountId);
    }
}
