package io.vaportrail.logs.insights.engine;

import java.util.Map;
import java.util.function.Predicate;

/** Functions of IP addresses. */
final class AddressFunctions {
    private AddressFunctions() {}

    static void add(Map<String, Function> functions) {
        functions.put("isvalidip", check(text -> IpAddress.any(text) != null));
        functions.put("isvalidipv4", check(text -> IpAddress.v4(text) != null));
        functions.put("isvalidipv6", check(text -> IpAddress.v6(text) != null));
        functions.put("isipinsubnet", inSubnet(subnet -> true));
        functions.put("isipv4insubnet", inSubnet(IpAddress.Subnet::isV4));
        functions.put("isipv6insubnet", inSubnet(subnet -> !subnet.isV4()));
    }

    private static Function check(Predicate<String> check) {
        return new Function(1, 1, arguments -> {
            Computed only = arguments.get(0);
            return Computed.condition(row -> {
                String text = only.text(row);
                return text != null && check.test(text);
            });
        });
    }

    private static Function inSubnet(Predicate<IpAddress.Subnet> wanted) {
        return new Function(2, 2, arguments -> {
            Computed address = arguments.get(0);
            Computed subnet = arguments.get(1);
            return Computed.condition(row -> {
                String text = address.text(row);
                String network = subnet.text(row);
                if (text == null || network == null) {
                    return false;
                }
                byte[] bytes = IpAddress.any(text);
                IpAddress.Subnet parsed = IpAddress.Subnet.of(network);
                return bytes != null && parsed != null && wanted.test(parsed) && parsed.contains(bytes);
            });
        });
    }
}
