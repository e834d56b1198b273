package io.vaportrail.identity.iam.mfa;

import io.vaportrail.core.service.Call;
import io.vaportrail.identity.iam.Existing;
import io.vaportrail.identity.iam.IamEnvironment;
import io.vaportrail.identity.iam.IamErrors;
import io.vaportrail.identity.iam.IamLimits;
import io.vaportrail.identity.iam.Paging;
import io.vaportrail.identity.iam.Registrar;
import io.vaportrail.identity.iam.Tags;
import io.vaportrail.identity.iam.user.UserView;
import io.vaportrail.identity.store.AccountIdentities;
import io.vaportrail.identity.store.MfaDevice;
import io.vaportrail.identity.store.User;
import io.vaportrail.model.iam.CreateVirtualMFADeviceRequest;
import io.vaportrail.model.iam.CreateVirtualMFADeviceResponse;
import io.vaportrail.model.iam.DeactivateMFADeviceRequest;
import io.vaportrail.model.iam.DeleteConflictException;
import io.vaportrail.model.iam.DeleteVirtualMFADeviceRequest;
import io.vaportrail.model.iam.EnableMFADeviceRequest;
import io.vaportrail.model.iam.GetMFADeviceRequest;
import io.vaportrail.model.iam.GetMFADeviceResponse;
import io.vaportrail.model.iam.IamService;
import io.vaportrail.model.iam.InvalidAuthenticationCodeException;
import io.vaportrail.model.iam.ListMFADeviceTagsRequest;
import io.vaportrail.model.iam.ListMFADeviceTagsResponse;
import io.vaportrail.model.iam.ListMFADevicesRequest;
import io.vaportrail.model.iam.ListMFADevicesResponse;
import io.vaportrail.model.iam.ListVirtualMFADevicesRequest;
import io.vaportrail.model.iam.ListVirtualMFADevicesResponse;
import io.vaportrail.model.iam.MFADevice;
import io.vaportrail.model.iam.ResyncMFADeviceRequest;
import io.vaportrail.model.iam.TagMFADeviceRequest;
import io.vaportrail.model.iam.UntagMFADeviceRequest;
import io.vaportrail.model.iam.VirtualMFADevice;
import io.vaportrail.schema.Blob;
import io.vaportrail.schema.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Virtual MFA devices: creating them, giving them to users, their tags. The codes are those that an authenticator app makes of the
 * seed at the emulator's time. The answer to CreateVirtualMFADevice has the seed, and no picture of it.
 */
public final class MfaDeviceOperations {
    private static final int SEED_BYTES = 40;

    private final IamEnvironment environment;

    /** Operations over the environment. */
    public MfaDeviceOperations(IamEnvironment environment) {
        this.environment = environment;
    }

    /** Registers the operations. */
    public void register(Registrar operations) {
        operations
                .add(IamService.CREATE_VIRTUAL_MFA_DEVICE, this::createVirtualMFADevice)
                .add(IamService.LIST_VIRTUAL_MFA_DEVICES, this::listVirtualMFADevices)
                .add(IamService.DELETE_VIRTUAL_MFA_DEVICE, this::deleteVirtualMFADevice)
                .add(IamService.ENABLE_MFA_DEVICE, this::enableMFADevice)
                .add(IamService.RESYNC_MFA_DEVICE, this::resyncMFADevice)
                .add(IamService.DEACTIVATE_MFA_DEVICE, this::deactivateMFADevice)
                .add(IamService.GET_MFA_DEVICE, this::getMFADevice)
                .add(IamService.LIST_MFA_DEVICES, this::listMFADevices)
                .add(IamService.TAG_MFA_DEVICE, this::tagMFADevice)
                .add(IamService.UNTAG_MFA_DEVICE, this::untagMFADevice)
                .add(IamService.LIST_MFA_DEVICE_TAGS, this::listMFADeviceTags);
    }

    private CreateVirtualMFADeviceResponse createVirtualMFADevice(
            AccountIdentities account, CreateVirtualMFADeviceRequest input, Call call) {
        String path = input.path() == null ? "/" : input.path();
        String serialNumber = "arn:aws:iam::" + account.accountId() + ":mfa" + path + input.virtualMFADeviceName();
        if (account.mfaDevices().containsKey(serialNumber)) {
            throw IamErrors.alreadyExists("MFADevice entity at the same path and name already exists.");
        }
        Map<String, String> tags = Tags.initial(input.tags());
        byte[] seed = new byte[SEED_BYTES];
        environment.ids().nextSecureBytes(seed);
        MfaDevice device = new MfaDevice(serialNumber, seed);
        device.tags(tags);
        account.mfaDevices().put(serialNumber, device);
        return CreateVirtualMFADeviceResponse.builder()
                .virtualMFADevice(VirtualMFADevice.builder()
                        .serialNumber(serialNumber)
                        .base32StringSeed(Blob.ofUtf8(Base32.encode(seed)))
                        .tags(Tags.view(device))
                        .build())
                .build();
    }

    private ListVirtualMFADevicesResponse listVirtualMFADevices(
            AccountIdentities account, ListVirtualMFADevicesRequest input, Call call) {
        String status = input.assignmentStatus();
        List<MfaDevice> found = new ArrayList<>(account.mfaDevices().values());
        found.removeIf(device -> ("Assigned".equals(status) && device.assignment() == null)
                || ("Unassigned".equals(status) && device.assignment() != null));
        Paging<MfaDevice> page = Paging.of(found, MfaDevice::serialNumber, input.marker(), input.maxItems());
        return ListVirtualMFADevicesResponse.builder()
                .virtualMFADevices(page.map(MfaDeviceOperations::view))
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }

    private static VirtualMFADevice view(MfaDevice device) {
        VirtualMFADevice.Builder view = VirtualMFADevice.builder().serialNumber(device.serialNumber());
        MfaDevice.Assignment assignment = device.assignment();
        if (assignment != null) {
            view.user(UserView.brief(assignment.user()).build()).enableDate(assignment.enableDate());
        }
        return view.build();
    }

    private Unit deleteVirtualMFADevice(AccountIdentities account, DeleteVirtualMFADeviceRequest input, Call call) {
        MfaDevice device = existing(account, input.serialNumber());
        if (device.assignment() != null) {
            throw DeleteConflictException.of("MFA VirtualDevice in use. Must deactivate first.");
        }
        account.mfaDevices().remove(device.serialNumber());
        return Unit.INSTANCE;
    }

    private static MfaDevice existing(AccountIdentities account, String serialNumber) {
        MfaDevice device = account.mfaDevices().get(serialNumber);
        if (device == null) {
            throw IamErrors.noSuchEntity("VirtualMFADevice with serial number " + serialNumber + " doesn't exist.");
        }
        return device;
    }

    private Unit enableMFADevice(AccountIdentities account, EnableMFADeviceRequest input, Call call) {
        User user = Existing.user(account, input.userName());
        MfaDevice device = existing(account, input.serialNumber());
        if (device.assignment() != null) {
            throw IamErrors.alreadyExists("MFA Device is already in use");
        }
        if (devicesOf(account, user).size() >= IamLimits.MFA_DEVICES_PER_USER) {
            throw IamErrors.quota("MFADevicesPerUser", IamLimits.MFA_DEVICES_PER_USER);
        }
        checkCodes(device, input.authenticationCode1(), input.authenticationCode2());
        device.assign(new MfaDevice.Assignment(user, environment.now()));
        return Unit.INSTANCE;
    }

    private void checkCodes(MfaDevice device, String first, String second) {
        if (!OneTimeCodes.areConsecutive(device.seed(), first, second, environment.now())) {
            throw InvalidAuthenticationCodeException.of("Authentication code for device is not valid.");
        }
    }

    private Unit resyncMFADevice(AccountIdentities account, ResyncMFADeviceRequest input, Call call) {
        User user = Existing.user(account, input.userName());
        MfaDevice device = assigned(account, user, input.serialNumber());
        checkCodes(device, input.authenticationCode1(), input.authenticationCode2());
        return Unit.INSTANCE;
    }

    private Unit deactivateMFADevice(AccountIdentities account, DeactivateMFADeviceRequest input, Call call) {
        User user = Existing.userOrCaller(account, input.userName(), call);
        assigned(account, user, input.serialNumber()).assign(null);
        return Unit.INSTANCE;
    }

    private static MfaDevice assigned(AccountIdentities account, User user, String serialNumber) {
        MfaDevice.Assignment assignment = existing(account, serialNumber).assignment();
        if (assignment == null || assignment.user() != user) {
            throw IamErrors.noSuchEntity("MFA Device invalid for user.");
        }
        return existing(account, serialNumber);
    }

    private GetMFADeviceResponse getMFADevice(AccountIdentities account, GetMFADeviceRequest input, Call call) {
        MfaDevice device = existing(account, input.serialNumber());
        if (input.userName() != null) {
            assigned(account, Existing.user(account, input.userName()), input.serialNumber());
        }
        GetMFADeviceResponse.Builder view = GetMFADeviceResponse.builder().serialNumber(device.serialNumber());
        MfaDevice.Assignment assignment = device.assignment();
        if (assignment != null) {
            view.userName(assignment.user().name()).enableDate(assignment.enableDate());
        }
        return view.build();
    }

    private ListMFADevicesResponse listMFADevices(AccountIdentities account, ListMFADevicesRequest input, Call call) {
        User user = Existing.userOrCaller(account, input.userName(), call);
        Paging<MFADevice> page =
                Paging.of(devicesOf(account, user), MFADevice::serialNumber, input.marker(), input.maxItems());
        return ListMFADevicesResponse.builder()
                .mfaDevices(page.items())
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }

    private static List<MFADevice> devicesOf(AccountIdentities account, User user) {
        List<MFADevice> devices = new ArrayList<>();
        for (MfaDevice device : account.mfaDevices().values()) {
            MfaDevice.Assignment assignment = device.assignment();
            if (assignment != null && assignment.user() == user) {
                devices.add(MFADevice.builder()
                        .userName(user.name())
                        .serialNumber(device.serialNumber())
                        .enableDate(assignment.enableDate())
                        .build());
            }
        }
        return devices;
    }

    private Unit tagMFADevice(AccountIdentities account, TagMFADeviceRequest input, Call call) {
        Tags.add(existing(account, input.serialNumber()), input.tags());
        return Unit.INSTANCE;
    }

    private Unit untagMFADevice(AccountIdentities account, UntagMFADeviceRequest input, Call call) {
        Tags.remove(existing(account, input.serialNumber()), input.tagKeys());
        return Unit.INSTANCE;
    }

    private ListMFADeviceTagsResponse listMFADeviceTags(
            AccountIdentities account, ListMFADeviceTagsRequest input, Call call) {
        var page = Tags.page(existing(account, input.serialNumber()), input.marker(), input.maxItems());
        return ListMFADeviceTagsResponse.builder()
                .tags(Tags.list(page.items()))
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }
}
