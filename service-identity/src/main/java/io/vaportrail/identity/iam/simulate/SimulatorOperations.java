package io.vaportrail.identity.iam.simulate;

import io.vaportrail.core.policy.NamedPolicy;
import io.vaportrail.core.policy.PolicyDocument;
import io.vaportrail.core.policy.PrincipalPolicies;
import io.vaportrail.core.service.Call;
import io.vaportrail.identity.iam.Registrar;
import io.vaportrail.identity.store.AccountIdentities;
import io.vaportrail.model.iam.GetContextKeysForCustomPolicyRequest;
import io.vaportrail.model.iam.GetContextKeysForPolicyResponse;
import io.vaportrail.model.iam.GetContextKeysForPrincipalPolicyRequest;
import io.vaportrail.model.iam.IamService;
import io.vaportrail.model.iam.SimulateCustomPolicyRequest;
import io.vaportrail.model.iam.SimulatePolicyResponse;
import io.vaportrail.model.iam.SimulatePrincipalPolicyRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * SimulateCustomPolicy, SimulatePrincipalPolicy, GetContextKeysForCustomPolicy, GetContextKeysForPrincipalPolicy.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html">SimulatePrincipalPolicy</a>
 */
public final class SimulatorOperations {
    /** Registers the operations. */
    public void register(Registrar registrar) {
        registrar
                .add(IamService.SIMULATE_CUSTOM_POLICY, SimulatorOperations::simulateCustomPolicy)
                .add(IamService.SIMULATE_PRINCIPAL_POLICY, SimulatorOperations::simulatePrincipalPolicy)
                .add(IamService.GET_CONTEXT_KEYS_FOR_CUSTOM_POLICY, SimulatorOperations::contextKeysForCustomPolicy)
                .add(
                        IamService.GET_CONTEXT_KEYS_FOR_PRINCIPAL_POLICY,
                        SimulatorOperations::contextKeysForPrincipalPolicy);
    }

    private static SimulatePolicyResponse simulateCustomPolicy(
            AccountIdentities account, SimulateCustomPolicyRequest input, Call call) {
        SimulatorInput request = SimulatorInput.of(input);
        NamedPolicy boundary = request.boundary();
        PrincipalPolicies policies =
                new PrincipalPolicies(InputPolicies.identity(input.policyInputList()), boundary, List.of(), false);
        return new Simulation(request, policies, SimulatedCaller.of(account, request.callerArn(), null)).page();
    }

    private static SimulatePolicyResponse simulatePrincipalPolicy(
            AccountIdentities account, SimulatePrincipalPolicyRequest input, Call call) {
        SimulatorInput request = SimulatorInput.of(input);
        PolicySource source = PolicySource.find(account, input.policySourceArn());
        List<NamedPolicy> identity = new ArrayList<>(source.policies());
        identity.addAll(InputPolicies.identity(input.policyInputList()));
        NamedPolicy given = request.boundary();
        PrincipalPolicies policies =
                new PrincipalPolicies(identity, given == null ? source.boundary() : given, List.of(), false);
        return new Simulation(request, policies, SimulatedCaller.of(account, request.callerArn(), source)).page();
    }

    private static GetContextKeysForPolicyResponse contextKeysForCustomPolicy(
            AccountIdentities account, GetContextKeysForCustomPolicyRequest input, Call call) {
        return contextKeys(InputPolicies.identity(input.policyInputList()));
    }

    private static GetContextKeysForPolicyResponse contextKeysForPrincipalPolicy(
            AccountIdentities account, GetContextKeysForPrincipalPolicyRequest input, Call call) {
        PolicySource source = PolicySource.find(account, input.policySourceArn());
        List<NamedPolicy> policies = new ArrayList<>(source.policies());
        policies.addAll(InputPolicies.identity(input.policyInputList()));
        return contextKeys(policies);
    }

    /** Names differ in more than case, and come as first written. */
    private static GetContextKeysForPolicyResponse contextKeys(List<NamedPolicy> policies) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (NamedPolicy policy : policies) {
            PolicyDocument document = policy.document();
            document.contextKeys().forEach(key -> keys.putIfAbsent(key.toLowerCase(Locale.ROOT), key));
        }
        return GetContextKeysForPolicyResponse.builder()
                .contextKeyNames(new ArrayList<>(keys.values()))
                .build();
    }

    /** What {@code null} stands for in lists that are not given. */
    static <T> List<T> given(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
