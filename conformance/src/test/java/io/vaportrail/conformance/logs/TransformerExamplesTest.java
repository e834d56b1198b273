package io.vaportrail.conformance.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What processors make of events, with the examples of AWS's documentation. */
class TransformerExamplesTest extends TransformerCalls {
    private static final String NESTED = "{\"outer_key\":{\"inner_key\":\"inner_value\"}}";

    private static List<String[]> examples() {
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {
            "{'parseJSON':{'destination':'new_key'}}", NESTED, "{'new_key':{'outer_key':{'inner_key':'inner_value'}}}"
        });
        rows.add(new String[] {
            "{'csv':{'delimiter':':','quoteCharacter':'`'}}",
            "`Akua Mansa`:28:`New York: USA`",
            "{'column_1':'Akua Mansa','column_2':'28','column_3':'New York: USA'}"
        });
        rows.add(new String[] {
            "{'parseJSON':{}},{'csv':{'source':'logMsg','delimiter':':','quoteCharacter':'`',"
                    + "'columns':['name','age'],'destination':'msg'}}",
            "{'type':'user_data','logMsg':'`Akua Mansa`:28:`New ``York``: USA`'}",
            "{'type':'user_data','logMsg':'`Akua Mansa`:28:`New ``York``: USA`',"
                    + "'msg':{'name':'Akua Mansa','age':'28','column_3':'New `York`: USA'}}"
        });
        rows.add(
                new String[] {"{'csv':{'delimiter':'\\\\t'}}", "a\tb\t", "{'column_1':'a','column_2':'b','column_3':''}"
                });
        rows.add(new String[] {
            "{'parseKeyValue':{'destination':'new_key','fieldDelimiter':'!','keyValueDelimiter':':',"
                    + "'nonMatchValue':'defaultValue','keyPrefix':'parsed_'}}",
            "key1:value1!key2:value2!key3:value3!key4",
            "{'new_key':{'parsed_key1':'value1','parsed_key2':'value2','parsed_key3':'value3',"
                    + "'parsed_key4':'defaultValue'}}"
        });
        rows.add(new String[] {"{'parseKeyValue':{}}", "a=1&b=x=y&&c", "{'a':'1','b':'x=y','c':null}"});
        rows.add(new String[] {
            "{'parsePostgres':{}}",
            "2019-03-10 03:54:59 UTC:10.0.0.123(52834):postgres@logtestdb:[20175]:ERROR: column \"wrong_column_name\" does"
                    + " not exist at character 8",
            "{'logTime':'2019-03-10 03:54:59 UTC','srcIp':'10.0.0.123(52834)','userName':'postgres',"
                    + "'dbName':'logtestdb','processId':'20175','logLevel':'ERROR'}"
        });
        rows.add(new String[] {
            "{'parseRoute53':{}}",
            "1.0 2017-12-13T08:15:50.235Z Z123412341234 example.com AAAA NOERROR TCP IAD12 192.0.2.0 198.51.100.0/24",
            "{'version':1.0,'queryTimestamp':'2017-12-13T08:15:50.235Z','hostZoneId':'Z123412341234',"
                    + "'queryName':'example.com','queryType':'AAAA','responseCode':'NOERROR','protocol':'TCP',"
                    + "'edgeLocation':'IAD12','resolverIp':'192.0.2.0','ednsClientSubnet':'198.51.100.0/24'}"
        });
        rows.add(new String[] {
            "{'parseVPC':{}}",
            "2 123456789010 eni-abc123de 192.0.2.0 192.0.2.24 20641 22 6 20 4249 1418530010 1418530070 ACCEPT OK",
            "{'version':2,'accountId':'123456789010','interfaceId':'eni-abc123de','srcAddr':'192.0.2.0',"
                    + "'dstAddr':'192.0.2.24','srcPort':20641,'dstPort':22,'protocol':6,'packets':20,'bytes':4249,"
                    + "'start':1418530010,'end':1418530070,'action':'ACCEPT','logStatus':'OK'}"
        });
        rows.add(new String[] {
            "{'parseVPC':{}}",
            "2 123456789010 eni-abc123de - - - - - - - 1418530010 1418530070 - NODATA",
            "{'version':2,'accountId':'123456789010','interfaceId':'eni-abc123de','srcAddr':'-','dstAddr':'-',"
                    + "'srcPort':'-','dstPort':'-','protocol':'-','packets':'-','bytes':'-','start':1418530010,"
                    + "'end':1418530070,'action':'-','logStatus':'NODATA'}"
        });
        rows.add(new String[] {
            "{'parseWAF':{}}",
            "{'action':'BLOCK','httpRequest':{'country':'AU','headers':[{'name':'Host','value':'localhost:1989'},"
                    + "{'name':'Accept','value':'*/*'}]},'labels':[{'name':'value'}]}",
            "{'action':'BLOCK','httpRequest':{'country':'AU','headers':{'Host':'localhost:1989','Accept':'*/*'}},"
                    + "'labels':{'name':'value'}}"
        });
        rows.addAll(fields());
        rows.addAll(values());
        return rows;
    }

    private static List<String[]> fields() {
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {
            "{'parseJSON':{}},{'addKeys':{'entries':[{'key':'outer_key.new_key','value':'new_value'},"
                    + "{'key':'outer_key.inner_key','value':'other'},{'key':'a.b','value':'c'}]}}",
            NESTED,
            "{'outer_key':{'inner_key':'inner_value','new_key':'new_value'},'a':{'b':'c'}}"
        });
        rows.add(new String[] {
            "{'parseJSON':{}},{'addKeys':{'entries':[{'key':'outer_key','value':'x','overwriteIfExists':true}]}}",
            NESTED,
            "{'outer_key':'x'}"
        });
        rows.add(new String[] {
            "{'parseJSON':{}},{'deleteKeys':{'withKeys':['outer_key.inner_key','none']}}", NESTED, "{'outer_key':{}}"
        });
        rows.add(new String[] {
            "{'parseJSON':{}},{'moveKeys':{'entries':[{'source':'outer_key1.inner_key1','target':'outer_key2'}]}}",
            "{'outer_key1':{'inner_key1':'inner_value1'},'outer_key2':{'inner_key2':'inner_value2'}}",
            "{'outer_key1':{},'outer_key2':{'inner_key2':'inner_value2','inner_key1':'inner_value1'}}"
        });
        rows.add(new String[] {
            "{'parseJSON':{}},{'renameKeys':{'entries':[{'key':'outer_key','renameTo':'new_key'},"
                    + "{'key':'none','renameTo':'some'}]}}",
            NESTED,
            "{'new_key':{'inner_key':'inner_value'}}"
        });
        rows.add(new String[] {
            "{'parseJSON':{}},{'copyValue':{'entries':[{'source':'outer_key.inner_key','target':'new_key'},"
                    + "{'source':'@accountId','target':'account_id'},{'source':'@regionName','target':'region_name'}]}}",
            NESTED,
            "{'outer_key':{'inner_key':'inner_value'},'new_key':'inner_value','account_id':'000000000000',"
                    + "'region_name':'us-east-1'}"
        });
        String list = "{'outer_key':[{'k':'a','v':'val-a'},{'k':'b','v':'val-b1'},{'k':'b','v':'val-b2'}]}";
        String kept = list.substring(0, list.length() - 1);
        rows.add(new String[] {
            "{'parseJSON':{}},{'listToMap':{'source':'outer_key','key':'k','valueKey':'v'}}",
            list,
            kept + ",'a':['val-a'],'b':['val-b1','val-b2']}"
        });
        rows.add(new String[] {
            "{'parseJSON':{}},{'listToMap':{'source':'outer_key','key':'k','valueKey':'v','flatten':true,"
                    + "'flattenedElement':'first'}}",
            list,
            kept + ",'a':'val-a','b':'val-b1'}"
        });
        rows.add(new String[] {
            "{'parseJSON':{}},{'listToMap':{'source':'outer_key','key':'k','target':'t','flatten':true,"
                    + "'flattenedElement':'last'}}",
            list,
            kept + ",'t':{'a':{'k':'a','v':'val-a'},'b':{'k':'b','v':'val-b2'}}}"
        });
        return rows;
    }

    private static List<String[]> values() {
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {
            "{'parseJSON':{}},{'lowerCaseString':{'withKeys':['a','n']}},{'upperCaseString':{'withKeys':['b']}},"
                    + "{'trimString':{'withKeys':['c','none']}}",
            "{'a':'AbC','b':'AbC','c':'  x y ','n':5}",
            "{'a':'abc','b':'ABC','c':'x y','n':5}"
        });
        rows.add(new String[] {
            "{'parseJSON':{}},{'splitString':{'entries':[{'source':'o.k','delimiter':', '}]}}",
            "{'o':{'k':'item1, item2, item3'}}",
            "{'o':{'k':['item1','item2','item3']}}"
        });
        rows.add(new String[] {
            "{'parseJSON':{}},{'substituteString':{'entries':[{'source':'a','from':'\\\\[\\\\]','to':'value1'},"
                    + "{'source':'b','from':'[0-9]{3}-[0-9]{3}-[0-9]{3}','to':'xxx'},{'source':'c','from':'cat','to':'dog'}"
                    + "]}}",
            "{'a':'[]','b':'123-345-567','c':'A cat takes a catnap.'}",
            "{'a':'value1','b':'xxx','c':'A dog takes a dognap.'}"
        });
        rows.add(new String[] {
            "{'parseJSON':{}},{'substituteString':{'entries':["
                    + "{'source':'a','from':'(\\\\w+), (\\\\w+), and (\\\\w+)','to':'$1 and $3'},"
                    + "{'source':'b','from':'^arn:aws:sts::(?P<account_id>\\\\d{12}):assumed-role/(?P<role>[\\\\w+=,.@-]+)/.*$',"
                    + "'to':'${account_id}:${role}'}]}}",
            "{'a':'Tom, Dick, and Harry','b':'arn:aws:sts::123456789012:assumed-role/MyImportantRole/MySession'}",
            "{'a':'Tom and Harry','b':'123456789012:MyImportantRole'}"
        });
        rows.add(new String[] {
            "{'parseJSON':{}},{'typeConverter':{'entries':[{'key':'a','type':'integer'},{'key':'b','type':'double'},"
                    + "{'key':'c','type':'boolean'},{'key':'d','type':'string'},{'key':'e','type':'integer'}]}}",
            "{'a':'200','b':'1.5','c':'TRUE','d':7,'e':'soon'}",
            "{'a':200,'b':1.5,'c':true,'d':'7','e':'soon'}"
        });
        rows.add(new String[] {
            "{'parseJSON':{}},{'dateTimeConverter':{'source':'d','target':'t','locale':'en',"
                    + "'matchPatterns':['yyyy','EEEE dd. MMMM yyyy HH:mm:ss'],'sourceTimezone':'Europe/Berlin',"
                    + "'targetTimezone':'America/New_York','targetFormat':'yyyy-MM-dd HH:mm:ss z'}}",
            "{'d':'Saturday 05. December 1998 11:00:00'}",
            "{'d':'Saturday 05. December 1998 11:00:00','t':'1998-12-05 05:00:00 EST'}"
        });
        rows.add(new String[] {
            "{'parseJSON':{}},{'dateTimeConverter':{'source':'d','target':'t','matchPatterns':['dd/MM/yyyy']}}",
            "{'d':'05/12/1998'}",
            "{'d':'05/12/1998','t':'1998-12-05T00:00:00.000Z'}"
        });
        return rows;
    }

    /** The rows have single quotes for double ones. */
    private static String json(String text) {
        return text.replace('\'', '"');
    }

    @ParameterizedTest
    @MethodSource("examples")
    void makeOfEventsWhatAwsMakesOfThem(String processors, String message, String expected) {
        String event = message.startsWith("{") ? json(message) : message;

        assertThat(transformed(json(processors), event)).isEqualTo(read(json(expected)));
    }

    @Test
    void readsAccessLogsOfCloudFront() {
        Map<?, ?> event = (Map<?, ?>) Objects.requireNonNull(transformed(
                "{\"parseCloudfront\":{}}",
                "2019-12-04\t21:02:31\tLAX1\t392\t192.0.2.24\tGET\td111111abcdef8.cloudfront.net\t/index.html\t200\t-\t"
                        + "Mozilla/5.0%20(Windows%20NT%2010.0)\t-\t-\tHit\tSOX4xwn4XV6Q4rgb7XiVGOHms_BGlTAC4K==\t"
                        + "d111111abcdef8.cloudfront.net\thttps\t23\t0.001\t-\tTLSv1.2\tECDHE-RSA-AES128-GCM-SHA256\tHit\t"
                        + "HTTP/2.0\t-\t-\t11040\t0.001\tHit\ttext/html\t78\t-\t-"));

        assertThat(event).hasSize(33);
        assertThat(event.get("cs(User-Agent)")).isEqualTo("Mozilla/5.0 (Windows NT 10.0)");
        assertThat(event.get("sc-bytes")).isEqualTo(392);
        assertThat(event.get("time-taken")).isEqualTo(0.001);
        assertThat(event.get("sc-range-end")).isEqualTo("-");
    }
}
