package io.vaportrail.logs.transform;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The patterns that grok knows by name, as AWS describes them. {@code %{NAME}} in a definition stands for another one,
 * {@code %{NAME:field}} also gives it to a field.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation-Configurable.html#Grok-Patterns">
 *     Supported grok patterns</a>
 */
final class GrokLibrary {
    /** Patterns of one expression together. */
    static final int MOST = 20;

    /** Patterns of one expression that are dear. */
    static final int MOST_DEAR = 5;

    private static final Set<String> DEAR = Set.of(
            "NOTSPACE",
            "SPACE",
            "DATA",
            "GREEDYDATA",
            "ARN",
            "IPV6",
            "IP",
            "HOSTNAME",
            "HOST",
            "IPORHOST",
            "HOSTPORT",
            "URIHOST",
            "WINPATH",
            "PATH",
            "URIPARAM",
            "URIPATHPARAM",
            "URI",
            "SYSLOGHOST");

    /** Patterns that together may stand five times only. */
    static final Set<String> OPEN =
            Set.of("URI", "URIPARAM", "URIPATHPARAM", "SPACE", "DATA", "GREEDYDATA", "GREEDYDATA_MULTILINE");

    /** Patterns that may follow a whole log format. */
    static final Set<String> REST = Set.of("DATA", "GREEDYDATA", "GREEDYDATA_MULTILINE");

    private final Map<String, String> definitions = new HashMap<>();

    GrokLibrary() {
        texts();
        network();
        paths();
        times();
        logs();
    }

    /** What a name stands for, or {@code null} when it is none. */
    @Nullable String definition(String name) {
        return definitions.get(name);
    }

    /** How often a pattern may stand in one expression. */
    static int most(String name) {
        return name.equals("GREEDYDATA_MULTILINE") ? 1 : DEAR.contains(name) ? MOST_DEAR : MOST;
    }

    private void texts() {
        define("USERNAME", "[a-zA-Z0-9._-]+");
        define("USER", "%{USERNAME}");
        define("INT", "[+-]?\\d+");
        define("BASE10NUM", "[+-]?(?:\\d+(?:\\.\\d+)?|\\.\\d+)");
        define("NUMBER", "%{BASE10NUM}");
        define("BASE16NUM", "[+-]?(?:0x)?[0-9A-Fa-f]+");
        define("POSINT", "[1-9]\\d*");
        define("NONNEGINT", "\\d+");
        define("WORD", "\\b\\w+\\b");
        define("NOTSPACE", "\\S+");
        define("SPACE", "\\s*");
        define("DATA", ".*?");
        define("GREEDYDATA", ".*");
        define("GREEDYDATA_MULTILINE", "(?s:.*)");
        define("UUID", "[A-Fa-f0-9]{8}-(?:[A-Fa-f0-9]{4}-){3}[A-Fa-f0-9]{12}");
        define("URN", "urn:[0-9A-Za-z][0-9A-Za-z-]{0,31}:(?:%[0-9a-fA-F]{2}|[0-9A-Za-z()+,.:=@;$_!*'/?#-])+");
        define("ARN", "arn:aws(?:-cn|-us-gov)?:[a-z0-9-]+:[a-z0-9-]+:\\d{12}:[^\\s/]+(?:/[^\\s/]+){0,4}");
    }

    private void network() {
        String hex = "[0-9A-Fa-f]{1,4}";
        String four = "%{IPV4}";
        define("CISCOMAC", "(?:[A-Fa-f0-9]{4}\\.){2}[A-Fa-f0-9]{4}");
        define("WINDOWSMAC", "(?:[A-Fa-f0-9]{2}-){5}[A-Fa-f0-9]{2}");
        define("COMMONMAC", "(?:[A-Fa-f0-9]{2}:){5}[A-Fa-f0-9]{2}");
        define("MAC", "(?:%{CISCOMAC}|%{WINDOWSMAC}|%{COMMONMAC})");
        define("IPV4", "(?:(?:25[0-5]|2[0-4]\\d|[01]?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|[01]?\\d?\\d)");
        StringBuilder six = new StringBuilder("(?:(?:" + hex + ":){7}" + hex + "|(?:" + hex + ":){6}" + four);
        for (int before = 6; before >= 1; before--) {
            six.append("|(?:" + hex + ":){1," + before + "}(?::" + hex + "){1," + (7 - before) + "}");
        }
        six.append("|(?:" + hex + ":){1,4}:" + four + "|::(?:" + hex + ":){0,5}" + four);
        six.append("|::(?:" + hex + "(?::" + hex + "){0,6})?|(?:" + hex + ":){1,7}:)");
        define("IPV6", six.toString());
        define("IP", "(?:%{IPV6}|%{IPV4})");
        define("HOSTNAME", "[0-9A-Za-z][0-9A-Za-z-]{0,62}(?:\\.[0-9A-Za-z][0-9A-Za-z-]{0,62})*\\.?");
        define("HOST", "%{HOSTNAME}");
        define("IPORHOST", "(?:%{IP}|%{HOSTNAME})");
        define("HOSTPORT", "%{IPORHOST}:%{POSINT:PORT}");
        define("URIHOST", "%{IPORHOST}(?::%{POSINT:port})?");
    }

    private void paths() {
        define("UNIXPATH", "(?:/[\\w%!$@:.,+~?&=#-]*)+");
        define("WINPATH", "(?:[A-Za-z]+:|\\\\)(?:\\\\[^\\\\?*]*)+");
        define("PATH", "(?:%{UNIXPATH}|%{WINPATH})");
        define("TTY", "/dev/(?:pts|tty[pq]?)\\w*/?\\d*");
        define("URIPROTO", "[A-Za-z]+(?:\\+[A-Za-z+]+)?");
        define("URIPATH", "(?:/[A-Za-z0-9$.+!*'(){},~:;=@#%&_-]*)+");
        define("URIPARAM", "\\?[A-Za-z0-9$.+!*'|(){},~@#%&/=:;_?\\[\\]<>-]*");
        define("URIPATHPARAM", "%{URIPATH}(?:%{URIPARAM})?");
        define("URI", "%{URIPROTO}://(?:%{USER}(?::[^@\\s]*)?@)?(?:%{IPORHOST}(?::\\d+)?)?(?:%{URIPATHPARAM})?");
    }

    private void times() {
        define(
                "MONTH",
                "\\b(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:tember)?"
                        + "|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\b");
        define("MONTHNUM", "(?:0?[1-9]|1[0-2])");
        define("MONTHNUM2", "(?:0[1-9]|1[0-2])");
        define("MONTHDAY", "(?:0[1-9]|[12]\\d|3[01]|[1-9])");
        define("YEAR", "(?:\\d\\d){1,2}");
        define("DAY", "(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?");
        define("HOUR", "(?:2[0-3]|[01]?\\d)");
        define("MINUTE", "[0-5]\\d");
        define("SECOND", "(?:60|[0-5]?\\d)(?:[.:]\\d+)?");
        define("ISO8601_SECOND", "%{SECOND}");
        define("TIME", "%{HOUR}:%{MINUTE}:%{SECOND}");
        define("DATE_US", "%{MONTHNUM}[/-]%{MONTHDAY}[/-]%{YEAR}");
        define("DATE_EU", "%{MONTHDAY}[./-]%{MONTHNUM}[./-]%{YEAR}");
        define("DATE", "(?:%{DATE_US}|%{DATE_EU})");
        define("DATESTAMP", "%{DATE}[ -]%{TIME}");
        define("ISO8601_TIMEZONE", "(?:Z|[+-]%{HOUR}:?%{MINUTE})");
        define(
                "TIMESTAMP_ISO8601",
                "%{YEAR}-%{MONTHNUM}-%{MONTHDAY}[T ]%{HOUR}:?%{MINUTE}(?::?%{SECOND})?(?:%{ISO8601_TIMEZONE})?");
        define("TZ", "(?:[PMCE][SD]T|UTC)");
        define("DATESTAMP_RFC822", "%{DAY} %{MONTH} %{MONTHDAY} %{YEAR} %{TIME} %{TZ}");
        define("DATESTAMP_RFC2822", "%{DAY}, %{MONTHDAY} %{MONTH} %{YEAR} %{TIME} %{ISO8601_TIMEZONE}");
        define("DATESTAMP_OTHER", "%{DAY} %{MONTH} %{MONTHDAY} %{TIME} %{TZ} %{YEAR}");
        define("DATESTAMP_EVENTLOG", "%{YEAR}%{MONTHNUM2}%{MONTHDAY}%{HOUR}%{MINUTE}%{SECOND}");
    }

    private void logs() {
        define(
                "LOGLEVEL",
                "(?:Alert|ALERT|Trace|TRACE|Debug|DEBUG|Notice|NOTICE|Info|INFO|Warn(?:ing)?|WARN(?:ING)?|Err(?:or)?"
                        + "|ERR(?:OR)?|Crit(?:ical)?|CRIT(?:ICAL)?|Fatal|FATAL|Severe|SEVERE|Emerg(?:ency)?"
                        + "|EMERG(?:ENCY)?)");
        define("HTTPDATE", "%{MONTHDAY}/%{MONTH}/%{YEAR}:%{TIME} %{INT}");
        define("SYSLOGTIMESTAMP", "%{MONTH} +%{MONTHDAY} %{TIME}");
        define("PROG", "[\\w./%-]+");
        define("SYSLOGPROG", "%{PROG:program}(?:\\[%{POSINT:pid}\\])?");
        define("SYSLOGHOST", "%{IPORHOST}");
        define("SYSLOGFACILITY", "<%{NONNEGINT:facility}\\.%{NONNEGINT:priority}>");
        String request = "%{IPORHOST:remote_host} \\S+ (?:-|%{NOTSPACE:auth_user}) \\[%{HTTPDATE:timestamp}\\]"
                + " \"%{WORD:http_method} %{NOTSPACE:request} HTTP/%{NUMBER:http_version}\" %{INT:status_code}"
                + " (?:-|%{INT:response_size})";
        define("APACHE_ACCESS_LOG", request);
        define("NGINX_ACCESS_LOG", request + " \"(?:-|%{QUOTED:referrer})\" \"(?:-|%{QUOTED:agent})\"");
        define("QUOTED", "[^\"]*");
        define(
                "SYSLOG5424",
                "<%{NONNEGINT:pri}>%{NONNEGINT:version} (?:-|%{TIMESTAMP_ISO8601:timestamp}) (?:-|%{NOTSPACE:hostname})"
                        + " (?:-|%{NOTSPACE:app}) (?:-|%{NOTSPACE:proc_id}) (?:-|%{NOTSPACE:msg_id})"
                        + " (?:-|\\[%{ELEMENT:structured_data}\\]) ?%{GREEDYDATA:message}");
        define("ELEMENT", "(?:[^\\]\\\\]|\\\\.)*");
    }

    private void define(String name, String regex) {
        definitions.put(name, regex);
    }
}
