package io.vaportrail.core.policy;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Ranges of IP addresses in CIDR notation, of both versions; an address alone is a range of one. Never asks a name service.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4632">Classless inter-domain routing</a>
 */
final class AddressRange {
    private static final int V4_BYTES = 4;
    private static final int V6_BYTES = 16;
    private static final int GROUPS = 8;
    private static final int MAX_OCTET = 255;
    private static final int MAX_GROUP_DIGITS = 4;

    private AddressRange() {}

    /** Whether the address lies in the range; what is no range contains nothing. */
    static boolean contains(String range, String address) {
        int slash = range.indexOf('/');
        byte[] network = parse(slash < 0 ? range : range.substring(0, slash));
        byte[] candidate = parse(address);
        if (network == null || candidate == null || network.length != candidate.length) {
            return false;
        }
        int bits = slash < 0 ? network.length * Byte.SIZE : decimal(range.substring(slash + 1));
        return bits >= 0 && bits <= network.length * Byte.SIZE && samePrefix(network, candidate, bits);
    }

    private static boolean samePrefix(byte[] left, byte[] right, int bits) {
        int whole = bits / Byte.SIZE;
        if (!Arrays.equals(left, 0, whole, right, 0, whole)) {
            return false;
        }
        int rest = bits % Byte.SIZE;
        return rest == 0 || ((left[whole] ^ right[whole]) & 0xff) >>> (Byte.SIZE - rest) == 0;
    }

    private static byte @Nullable [] parse(String text) {
        int zone = text.indexOf('%');
        String address = zone < 0 ? text : text.substring(0, zone);
        return address.indexOf(':') < 0 ? v4(address) : v6(address);
    }

    private static byte @Nullable [] v4(String text) {
        String[] octets = text.split("\\.", -1);
        if (octets.length != V4_BYTES) {
            return null;
        }
        byte[] address = new byte[V4_BYTES];
        for (int i = 0; i < V4_BYTES; i++) {
            int octet = decimal(octets[i]);
            if (octet < 0 || octet > MAX_OCTET) {
                return null;
            }
            address[i] = (byte) octet;
        }
        return address;
    }

    private static int decimal(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(text) : -1;
    }

    private static byte @Nullable [] v6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            byte[] address = groups(text);
            return address == null || address.length != V6_BYTES ? null : unmapped(address);
        }
        byte[] head = groups(text.substring(0, gap));
        byte[] tail = groups(text.substring(gap + 2));
        if (head == null || tail == null || head.length + tail.length > V6_BYTES - 2) {
            return null;
        }
        byte[] address = Arrays.copyOf(head, V6_BYTES);
        System.arraycopy(tail, 0, address, V6_BYTES - tail.length, tail.length);
        return unmapped(address);
    }

    /** An address of version 4 written as one of version 6 is the one of version 4. */
    private static byte[] unmapped(byte[] address) {
        for (int i = 0; i < V6_BYTES - V4_BYTES; i++) {
            int expected = i < V6_BYTES - V4_BYTES - 2 ? 0 : (byte) 0xff;
            if (address[i] != expected) {
                return address;
            }
        }
        return Arrays.copyOfRange(address, V6_BYTES - V4_BYTES, V6_BYTES);
    }

    private static byte @Nullable [] groups(String text) {
        if (text.isEmpty()) {
            return new byte[0];
        }
        String[] groups = text.split(":", -1);
        boolean dotted = groups[groups.length - 1].indexOf('.') >= 0;
        if (groups.length > GROUPS) {
            return null;
        }
        byte[] address = new byte[groups.length * 2 + (dotted ? 2 : 0)];
        for (int i = 0; i < groups.length - (dotted ? 1 : 0); i++) {
            String group = groups[i];
            if (group.isEmpty()
                    || group.length() > MAX_GROUP_DIGITS
                    || !group.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
                return null;
            }
            int value = Integer.parseInt(group, 16);
            address[2 * i] = (byte) (value >>> Byte.SIZE);
            address[2 * i + 1] = (byte) value;
        }
        if (dotted) {
            byte[] last = v4(groups[groups.length - 1]);
            if (last == null) {
                return null;
            }
            System.arraycopy(last, 0, address, address.length - V4_BYTES, V4_BYTES);
        }
        return address;
    }
}
