package io.vaportrail.identity.iam.credential;

import io.vaportrail.core.service.Call;
import io.vaportrail.identity.iam.Existing;
import io.vaportrail.identity.iam.IamEnvironment;
import io.vaportrail.identity.iam.IamErrors;
import io.vaportrail.identity.iam.IamLimits;
import io.vaportrail.identity.iam.Paging;
import io.vaportrail.identity.iam.Registrar;
import io.vaportrail.identity.store.AccountIdentities;
import io.vaportrail.identity.store.Identifiers;
import io.vaportrail.identity.store.ServiceCredential;
import io.vaportrail.identity.store.User;
import io.vaportrail.model.iam.CreateServiceSpecificCredentialRequest;
import io.vaportrail.model.iam.CreateServiceSpecificCredentialResponse;
import io.vaportrail.model.iam.DeleteServiceSpecificCredentialRequest;
import io.vaportrail.model.iam.IamService;
import io.vaportrail.model.iam.ListServiceSpecificCredentialsRequest;
import io.vaportrail.model.iam.ListServiceSpecificCredentialsResponse;
import io.vaportrail.model.iam.ResetServiceSpecificCredentialRequest;
import io.vaportrail.model.iam.ResetServiceSpecificCredentialResponse;
import io.vaportrail.model.iam.ServiceSpecificCredential;
import io.vaportrail.model.iam.ServiceSpecificCredentialMetadata;
import io.vaportrail.model.iam.UpdateServiceSpecificCredentialRequest;
import io.vaportrail.schema.Unit;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** User names and passwords for CodeCommit and Keyspaces. */
public final class ServiceCredentialOperations {
    /** AWS also issues keys for Amazon Bedrock and CloudWatch Logs in this way, in another form; those are refused. */
    private static final Set<String> SERVICES = Set.of("codecommit.amazonaws.com", "cassandra.amazonaws.com");

    private static final String ACTIVE = "Active";

    private final IamEnvironment environment;

    /** One user's credential. */
    private record Owned(User user, ServiceCredential credential) {}

    /** Operations over the environment. */
    public ServiceCredentialOperations(IamEnvironment environment) {
        this.environment = environment;
    }

    /** Registers the operations. */
    public void register(Registrar operations) {
        operations
                .add(IamService.CREATE_SERVICE_SPECIFIC_CREDENTIAL, this::createServiceSpecificCredential)
                .add(IamService.LIST_SERVICE_SPECIFIC_CREDENTIALS, this::listServiceSpecificCredentials)
                .add(IamService.UPDATE_SERVICE_SPECIFIC_CREDENTIAL, this::updateServiceSpecificCredential)
                .add(IamService.RESET_SERVICE_SPECIFIC_CREDENTIAL, this::resetServiceSpecificCredential)
                .add(IamService.DELETE_SERVICE_SPECIFIC_CREDENTIAL, this::deleteServiceSpecificCredential);
    }

    private CreateServiceSpecificCredentialResponse createServiceSpecificCredential(
            AccountIdentities account, CreateServiceSpecificCredentialRequest input, Call call) {
        User user = Existing.user(account, input.userName());
        String service = supported(input.serviceName());
        long ofService = user.serviceCredentials().stream()
                .filter(credential -> credential.serviceName().equals(service))
                .count();
        if (ofService >= IamLimits.SERVICE_CREDENTIALS_PER_USER) {
            throw IamErrors.quota("ServiceSpecificCredentialsPerUser", IamLimits.SERVICE_CREDENTIALS_PER_USER);
        }
        Instant now = environment.now();
        Integer days = input.credentialAgeDays();
        ServiceCredential credential = new ServiceCredential(
                environment.uniqueId("ACCA"),
                service,
                serviceUserName(user, ofService),
                now,
                days == null ? null : now.plus(days, ChronoUnit.DAYS),
                true);
        List<ServiceCredential> all = new ArrayList<>(user.serviceCredentials());
        all.add(credential);
        user.serviceCredentials(all);
        return CreateServiceSpecificCredentialResponse.builder()
                .serviceSpecificCredential(withPassword(user, credential))
                .build();
    }

    private static String serviceUserName(User user, long number) {
        String name = user.name() + (number == 0 ? "" : "+" + number);
        return name + "-at-" + user.accountId();
    }

    private static String supported(String serviceName) {
        if (!SERVICES.contains(serviceName)) {
            throw IamErrors.noSuchEntity(
                    "No such service " + serviceName + " is supported for Service Specific Credentials");
        }
        return serviceName;
    }

    /** The password is made here, told once and kept nowhere. */
    private ServiceSpecificCredential withPassword(User user, ServiceCredential credential) {
        return ServiceSpecificCredential.builder()
                .createDate(credential.createDate())
                .expirationDate(credential.expirationDate())
                .serviceName(credential.serviceName())
                .serviceUserName(credential.serviceUserName())
                .servicePassword(Identifiers.secretAccessKey(environment.ids()) + '=')
                .serviceSpecificCredentialId(credential.id())
                .userName(user.name())
                .status(status(credential))
                .build();
    }

    private static String status(ServiceCredential credential) {
        return credential.active() ? ACTIVE : "Inactive";
    }

    private ListServiceSpecificCredentialsResponse listServiceSpecificCredentials(
            AccountIdentities account, ListServiceSpecificCredentialsRequest input, Call call) {
        String service = input.serviceName() == null ? null : supported(input.serviceName());
        Collection<User> users = Boolean.TRUE.equals(input.allUsers())
                ? account.users().all()
                : List.of(Existing.userOrCaller(account, input.userName(), call));
        List<Owned> found = new ArrayList<>();
        for (User user : users) {
            for (ServiceCredential credential : user.serviceCredentials()) {
                if (service == null || credential.serviceName().equals(service)) {
                    found.add(new Owned(user, credential));
                }
            }
        }
        found.sort((a, b) -> a.credential.id().compareTo(b.credential.id()));
        Paging<Owned> page =
                Paging.of(found, owned -> owned.credential.id(), input.marker(), input.maxItems());
        return ListServiceSpecificCredentialsResponse.builder()
                .serviceSpecificCredentials(page.map(ServiceCredentialOperations::metadata))
                // the recorded answers carry IsTruncated on paged lists of all users only
                .isTruncated(page.isTruncated() ? Boolean.TRUE : null)
                .marker(page.marker())
                .build();
    }

    private static ServiceSpecificCredentialMetadata metadata(Owned owned) {
        ServiceCredential credential = owned.credential;
        return ServiceSpecificCredentialMetadata.builder()
                .userName(owned.user.name())
                .status(status(credential))
                .serviceUserName(credential.serviceUserName())
                .createDate(credential.createDate())
                .expirationDate(credential.expirationDate())
                .serviceSpecificCredentialId(credential.id())
                .serviceName(credential.serviceName())
                .build();
    }

    private Unit updateServiceSpecificCredential(
            AccountIdentities account, UpdateServiceSpecificCredentialRequest input, Call call) {
        User user = Existing.userOrCaller(account, input.userName(), call);
        ServiceCredential credential = existing(user, input.serviceSpecificCredentialId());
        replace(user, credential, credential.withActive(input.status().equals(ACTIVE)));
        return Unit.INSTANCE;
    }

    private ResetServiceSpecificCredentialResponse resetServiceSpecificCredential(
            AccountIdentities account, ResetServiceSpecificCredentialRequest input, Call call) {
        User user = Existing.userOrCaller(account, input.userName(), call);
        ServiceCredential credential = existing(user, input.serviceSpecificCredentialId());
        return ResetServiceSpecificCredentialResponse.builder()
                .serviceSpecificCredential(withPassword(user, credential))
                .build();
    }

    private Unit deleteServiceSpecificCredential(
            AccountIdentities account, DeleteServiceSpecificCredentialRequest input, Call call) {
        User user = Existing.userOrCaller(account, input.userName(), call);
        replace(user, existing(user, input.serviceSpecificCredentialId()), null);
        return Unit.INSTANCE;
    }

    private static ServiceCredential existing(User user, String id) {
        for (ServiceCredential credential : user.serviceCredentials()) {
            if (credential.id().equals(id)) {
                return credential;
            }
        }
        throw IamErrors.noSuchEntity("No such credential " + id + " exists");
    }

    private static void replace(User user, ServiceCredential old, @Nullable ServiceCredential replacement) {
        List<ServiceCredential> changed = new ArrayList<>(user.serviceCredentials());
        int at = changed.indexOf(old);
        if (replacement == null) {
            changed.remove(at);
        } else {
            changed.set(at, replacement);
        }
        user.serviceCredentials(changed);
    }
}
