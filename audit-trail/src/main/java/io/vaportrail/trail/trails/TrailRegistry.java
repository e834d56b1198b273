package io.vaportrail.trail.trails;

import io.vaportrail.core.service.Call;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All trails. */
public final class TrailRegistry {
    private static final Comparator<Trail> BY_NAME =
            Comparator.comparing(trail -> trail.arn().name());

    private final Map<TrailArn, Trail> trails = new ConcurrentHashMap<>();

    /** All trails, in no order. */
    public Collection<Trail> all() {
        return trails.values();
    }

    /**
     * The trail that a call means, found by name at home or by ARN also where its shadow is.
     *
     * @throws io.vaportrail.schema.ServiceException when there is none, or what is given is neither name nor ARN
     */
    public Trail find(String nameOrArn, Call call) {
        Trail trail = lookUp(nameOrArn, call);
        boolean byName = TrailArn.parse(nameOrArn) == null;
        boolean here = trail != null && (byName ? isAtHome(trail, call) : trail.isIn(call.region()));
        if (trail == null || !here) {
            throw TrailErrors.unknown(nameOrArn, call.accountId());
        }
        return trail;
    }

    /**
     * The trail that a call wants to change, which must come to the trail's home region.
     *
     * @throws io.vaportrail.schema.ServiceException when there is none, or it is at home elsewhere
     */
    public Trail findToChange(String nameOrArn, Call call) {
        Trail trail = lookUp(nameOrArn, call);
        if (trail == null) {
            throw TrailErrors.unknown(nameOrArn, call.accountId());
        }
        if (!isAtHome(trail, call)) {
            throw TrailErrors.homeRegion(trail.arn());
        }
        return trail;
    }

    private static boolean isAtHome(Trail trail, Call call) {
        return trail.arn().region().equals(call.region());
    }

    /** By ARN in any region; by name at home, or else the shadow here. */
    private @Nullable Trail lookUp(String nameOrArn, Call call) {
        if (nameOrArn.startsWith("arn:")) {
            TrailArn arn = TrailArn.parse(nameOrArn);
            if (arn == null) {
                throw TrailErrors.arn(nameOrArn);
            }
            return arn.accountId().equals(call.accountId()) ? trails.get(arn) : null;
        }
        TrailName.check(nameOrArn);
        return in(call.accountId(), call.region()).stream()
                .filter(trail -> trail.arn().name().equals(nameOrArn))
                .findFirst()
                .orElse(null);
    }

    /** The trail of that ARN, or {@code null}. */
    @Nullable Trail get(TrailArn arn) {
        return trails.get(arn);
    }

    /** The trails of an account that are there in a region, shadows included, by name. */
    List<Trail> in(String accountId, String region) {
        return of(accountId).stream().filter(trail -> trail.isIn(region)).toList();
    }

    /** The trails of an account in all regions, by name. */
    List<Trail> of(String accountId) {
        List<Trail> found = new ArrayList<>();
        for (Trail trail : trails.values()) {
            if (trail.arn().accountId().equals(accountId)) {
                found.add(trail);
            }
        }
        found.sort(BY_NAME);
        return found;
    }

    synchronized void add(Trail trail) {
        checkRoom(trail.arn(), trail.settings().multiRegion(), null);
        trails.put(trail.arn(), trail);
    }

    void remove(Trail trail) {
        trails.remove(trail.arn(), trail);
    }

    /**
     * Forgets everything, or everything of one account.
     *
     * @param accountId 12 digits, or {@code null} for all accounts
     */
    public void reset(@Nullable String accountId) {
        trails.keySet().removeIf(arn -> accountId == null || arn.accountId().equals(accountId));
    }

    /**
     * Returns when there may be such a trail in every region where it would be.
     *
     * @param itself the trail when it exists already and is not counted, else {@code null}
     */
    synchronized void checkRoom(TrailArn arn, boolean multiRegion, @Nullable Trail itself) {
        Set<String> regions = new TreeSet<>();
        regions.add(arn.region());
        if (multiRegion) {
            of(arn.accountId()).forEach(trail -> regions.add(trail.arn().region()));
        }
        for (String region : regions) {
            List<Trail> there = new ArrayList<>(in(arn.accountId(), region));
            there.remove(itself);
            if (there.stream().anyMatch(trail -> trail.arn().name().equals(arn.name()))) {
                throw TrailErrors.exists(arn);
            }
            if (there.size() >= TrailQuotas.TRAILS) {
                throw TrailErrors.tooMany(arn.accountId(), region);
            }
        }
    }
}
