package io.vaportrail.sns;

import io.vaportrail.core.service.DenialWording;
import io.vaportrail.core.service.EmulatorContext;
import io.vaportrail.core.service.OperationRegistry;
import io.vaportrail.core.service.ServiceModule;
import io.vaportrail.core.validation.ViolationWording;
import io.vaportrail.model.sns.SnsService;
import io.vaportrail.schema.ServiceSchema;
import io.vaportrail.sns.delivery.Deliveries;
import io.vaportrail.sns.delivery.DeliveryListeners;
import io.vaportrail.sns.outbox.Outbox;
import io.vaportrail.sns.outbox.OutboxRoutes;
import io.vaportrail.sns.permission.AddPermission;
import io.vaportrail.sns.permission.RemovePermission;
import io.vaportrail.sns.permission.TopicPolicy;
import io.vaportrail.sns.platform.ApplicationOperations;
import io.vaportrail.sns.platform.CreatePlatformApplication;
import io.vaportrail.sns.platform.EndpointOperations;
import io.vaportrail.sns.platform.Platforms;
import io.vaportrail.sns.protection.DestinationGrants;
import io.vaportrail.sns.protection.MessageProtection;
import io.vaportrail.sns.publish.DirectPublisher;
import io.vaportrail.sns.publish.Publish;
import io.vaportrail.sns.publish.PublishBatch;
import io.vaportrail.sns.publish.Publishers;
import io.vaportrail.sns.sms.SandboxOperations;
import io.vaportrail.sns.sms.SmsAccounts;
import io.vaportrail.sns.sms.SmsOperations;
import io.vaportrail.sns.sms.TextMessages;
import io.vaportrail.sns.status.DeliveryStatusLog;
import io.vaportrail.sns.status.SnsMetrics;
import io.vaportrail.sns.store.SnsArn;
import io.vaportrail.sns.store.Topic;
import io.vaportrail.sns.store.Topics;
import io.vaportrail.sns.subscription.ConfirmSubscription;
import io.vaportrail.sns.subscription.Confirmations;
import io.vaportrail.sns.subscription.GetSubscriptionAttributes;
import io.vaportrail.sns.subscription.ListSubscriptions;
import io.vaportrail.sns.subscription.ListSubscriptionsByTopic;
import io.vaportrail.sns.subscription.Replays;
import io.vaportrail.sns.subscription.SetSubscriptionAttributes;
import io.vaportrail.sns.subscription.Subscribe;
import io.vaportrail.sns.subscription.SubscriptionFinder;
import io.vaportrail.sns.subscription.TokenRoutes;
import io.vaportrail.sns.subscription.Unsubscribe;
import io.vaportrail.sns.tag.ListTagsForResource;
import io.vaportrail.sns.tag.TagResource;
import io.vaportrail.sns.tag.UntagResource;
import io.vaportrail.sns.topic.CreateTopic;
import io.vaportrail.sns.topic.DeleteTopic;
import io.vaportrail.sns.topic.GetDataProtectionPolicy;
import io.vaportrail.sns.topic.GetTopicAttributes;
import io.vaportrail.sns.topic.ListTopics;
import io.vaportrail.sns.topic.PutDataProtectionPolicy;
import io.vaportrail.sns.topic.SetTopicAttributes;
import io.vaportrail.sns.topic.TopicFinder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Amazon SNS: all its operations over the topics of all accounts and regions. */
public final class SnsModule implements ServiceModule {
    private final EmulatorContext context;
    private final Topics topics;
    private final TopicFinder finder;
    private final Outbox outbox = new Outbox();
    private final Platforms platforms = new Platforms();
    private final SmsAccounts smsAccounts = new SmsAccounts();
    private final TextMessages textMessages;
    private final SnsMetrics metrics;
    private final DeliveryStatusLog statusLog;
    private final MessageProtection protection;
    private final Deliveries deliveries;
    private final Confirmations confirmations;

    /** A module without topics. */
    public SnsModule(EmulatorContext context) {
        this.context = context;
        this.topics = new Topics(context.clock(), context.stateLog());
        this.finder = new TopicFinder(topics);
        this.metrics = new SnsMetrics(context.metrics());
        this.statusLog = new DeliveryStatusLog(context, topics, smsAccounts);
        this.protection = new MessageProtection(context);
        this.textMessages = new TextMessages(smsAccounts, context.clock(), context.metrics());
        this.deliveries = Deliveries.of(
                context,
                new Deliveries.Stores(
                        topics,
                        outbox,
                        platforms,
                        textMessages,
                        protection,
                        new DeliveryListeners(metrics, statusLog)));
        this.confirmations = new Confirmations(topics, context.clock(), context.ids(), deliveries.confirmations());
        OutboxRoutes.add(context.routes(), outbox, smsAccounts, context.settings());
        TokenRoutes.add(context.routes(), confirmations);
    }

    @Override
    public ServiceSchema schema() {
        return SnsService.SERVICE;
    }

    @Override
    public DenialWording denials() {
        return SnsDenials::word;
    }

    @Override
    public ViolationWording violations() {
        return new SnsViolations();
    }

    @Override
    public @Nullable String resourcePolicy(String arn) {
        Topic topic = topic(arn);
        return topic == null ? null : TopicPolicy.textOf(topic);
    }

    @Override
    public boolean hasResource(String arn) {
        return topic(arn) != null;
    }

    @Override
    public Map<String, String> resourceTags(String arn) {
        Topic topic = topic(arn);
        return topic == null ? Map.of() : topic.settings().tags();
    }

    private @Nullable Topic topic(String arn) {
        SnsArn parsed = SnsArn.of(arn, "sns");
        return parsed == null ? null : topics.find(parsed);
    }

    @Override
    public void register(OperationRegistry operations) {
        registerTopics(operations);
        registerSubscriptions(operations);
        registerMessages(operations);
        registerPlatforms(operations);
        registerSms(operations);
    }

    private void registerTopics(OperationRegistry operations) {
        DestinationGrants grants = new DestinationGrants(context.calls());
        operations
                .async(SnsService.CREATE_TOPIC, new CreateTopic(topics, context.clock(), grants))
                .inline(SnsService.DELETE_TOPIC, new DeleteTopic(topics))
                .inline(SnsService.LIST_TOPICS, new ListTopics(topics))
                .inline(SnsService.GET_TOPIC_ATTRIBUTES, new GetTopicAttributes(finder, context.clock()))
                .inline(SnsService.SET_TOPIC_ATTRIBUTES, new SetTopicAttributes(finder, topics, context.clock()))
                .inline(SnsService.ADD_PERMISSION, new AddPermission(finder, topics))
                .inline(SnsService.REMOVE_PERMISSION, new RemovePermission(finder, topics))
                .inline(SnsService.GET_DATA_PROTECTION_POLICY, new GetDataProtectionPolicy(finder))
                .async(SnsService.PUT_DATA_PROTECTION_POLICY, new PutDataProtectionPolicy(finder, topics, grants))
                .inline(SnsService.TAG_RESOURCE, new TagResource(topics))
                .inline(SnsService.UNTAG_RESOURCE, new UntagResource(topics))
                .inline(SnsService.LIST_TAGS_FOR_RESOURCE, new ListTagsForResource(topics));
    }

    private void registerSubscriptions(OperationRegistry operations) {
        SubscriptionFinder subscriptions = new SubscriptionFinder(topics);
        Replays replays = new Replays(context.clock(), deliveries.fanout());
        operations
                .inline(SnsService.SUBSCRIBE, new Subscribe(finder, topics, confirmations, replays, context.ids()))
                .inline(SnsService.CONFIRM_SUBSCRIPTION, new ConfirmSubscription(finder, topics, confirmations))
                .inline(SnsService.UNSUBSCRIBE, new Unsubscribe(subscriptions, topics, confirmations))
                .inline(SnsService.LIST_SUBSCRIPTIONS, new ListSubscriptions(topics))
                .inline(SnsService.LIST_SUBSCRIPTIONS_BY_TOPIC, new ListSubscriptionsByTopic(finder))
                .inline(SnsService.GET_SUBSCRIPTION_ATTRIBUTES, new GetSubscriptionAttributes(subscriptions, topics))
                .inline(
                        SnsService.SET_SUBSCRIPTION_ATTRIBUTES,
                        new SetSubscriptionAttributes(subscriptions, topics, replays));
    }

    private void registerMessages(OperationRegistry operations) {
        Publishers publishers = new Publishers(
                context,
                deliveries.fanout(),
                protection,
                new DirectPublisher.Parts(
                        context.clock(), context.ids(), outbox, platforms, textMessages, metrics, statusLog));
        operations
                .async(SnsService.PUBLISH, new Publish(finder, publishers))
                .async(SnsService.PUBLISH_BATCH, new PublishBatch(finder, publishers));
    }

    private void registerPlatforms(OperationRegistry operations) {
        ApplicationOperations applications = new ApplicationOperations(platforms);
        EndpointOperations endpoints = new EndpointOperations(platforms, context.ids());
        operations
                .inline(SnsService.CREATE_PLATFORM_APPLICATION, new CreatePlatformApplication(platforms))
                .inline(SnsService.GET_PLATFORM_APPLICATION_ATTRIBUTES, applications::getPlatformApplicationAttributes)
                .inline(SnsService.SET_PLATFORM_APPLICATION_ATTRIBUTES, applications::setPlatformApplicationAttributes)
                .inline(SnsService.DELETE_PLATFORM_APPLICATION, applications::deletePlatformApplication)
                .inline(SnsService.LIST_PLATFORM_APPLICATIONS, applications::listPlatformApplications)
                .inline(
                        SnsService.LIST_ENDPOINTS_BY_PLATFORM_APPLICATION,
                        applications::listEndpointsByPlatformApplication)
                .inline(SnsService.CREATE_PLATFORM_ENDPOINT, endpoints::createPlatformEndpoint)
                .inline(SnsService.GET_ENDPOINT_ATTRIBUTES, endpoints::getEndpointAttributes)
                .inline(SnsService.SET_ENDPOINT_ATTRIBUTES, endpoints::setEndpointAttributes)
                .inline(SnsService.DELETE_ENDPOINT, endpoints::deleteEndpoint);
    }

    private void registerSms(OperationRegistry operations) {
        SmsOperations sms = new SmsOperations(smsAccounts);
        SandboxOperations sandbox = new SandboxOperations(smsAccounts, outbox, context.clock(), context.ids());
        operations
                .inline(SnsService.SET_SMS_ATTRIBUTES, sms::setSmsAttributes)
                .inline(SnsService.GET_SMS_ATTRIBUTES, sms::getSmsAttributes)
                .inline(SnsService.CHECK_IF_PHONE_NUMBER_IS_OPTED_OUT, sms::checkIfPhoneNumberIsOptedOut)
                .inline(SnsService.LIST_PHONE_NUMBERS_OPTED_OUT, sms::listPhoneNumbersOptedOut)
                .inline(SnsService.OPT_IN_PHONE_NUMBER, sms::optInPhoneNumber)
                .inline(SnsService.LIST_ORIGINATION_NUMBERS, sms::listOriginationNumbers)
                .inline(SnsService.GET_SMS_SANDBOX_ACCOUNT_STATUS, sandbox::getSmsSandboxAccountStatus)
                .inline(SnsService.CREATE_SMS_SANDBOX_PHONE_NUMBER, sandbox::createSmsSandboxPhoneNumber)
                .inline(SnsService.VERIFY_SMS_SANDBOX_PHONE_NUMBER, sandbox::verifySmsSandboxPhoneNumber)
                .inline(SnsService.DELETE_SMS_SANDBOX_PHONE_NUMBER, sandbox::deleteSmsSandboxPhoneNumber)
                .inline(SnsService.LIST_SMS_SANDBOX_PHONE_NUMBERS, sandbox::listSmsSandboxPhoneNumbers);
    }

    @Override
    public void reset(@Nullable String accountId) {
        topics.reset(accountId);
        confirmations.reset(accountId);
        outbox.reset(accountId);
        platforms.reset(accountId);
        smsAccounts.reset(accountId);
        statusLog.reset(accountId);
        protection.reset(accountId);
        if (accountId == null) {
            deliveries.reset().run();
        }
    }

    /** All topics, for checks. */
    public Topics topics() {
        return topics;
    }
}
