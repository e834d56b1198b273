package io.vaportrail.metrics.alarm;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.EmulatorContext;
import io.vaportrail.core.state.Regional;
import io.vaportrail.metrics.alarm.action.ActionRunner;
import io.vaportrail.metrics.alarm.state.AlarmStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The alarms of all accounts and regions. */
final class Alarms {
    private final Regional<AlarmStore> stores;

    Alarms(EmulatorContext context) {
        ActionRunner actions =
                new ActionRunner(context.calls(), context.clock(), (account, region) -> in(account, region)
                        .history());
        stores = new Regional<>((account, region) -> new AlarmStore(account, region, context.clock(), actions::run));
    }

    AlarmStore in(Call call) {
        return in(call.accountId(), call.region());
    }

    AlarmStore in(String accountId, String region) {
        return stores.in(accountId, region);
    }

    List<AlarmStore> all() {
        return stores.all();
    }

    void reset(@Nullable String accountId) {
        stores.remove(accountId).forEach(AlarmStore::clear);
    }
}
