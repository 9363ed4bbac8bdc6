package dev.migrator.internal.autogenerate.comparison;

import java.util.List;
import java.util.function.Predicate;

import dev.migrator.autogenerate.NamePatterns;
import dev.migrator.internal.dialect.normalform.TableShape;
import dev.migrator.schema.element.Column;
import dev.migrator.schema.element.Table;

/**
 * The tables of libraries in the database of an application, which are in no entity: they
 * are never dropped. They are known from the schema files of the libraries. If a name is
 * not specific, the columns have to match too.
 */
final class LibraryTables {

	/** Flyway, Liquibase, Alembic, Quartz, Spring Batch, Spring Session, JobRunr. */
	private static final Predicate<String> NAMES = NamePatterns.anyOf(List.of("flyway_*", "databasechangelog*",
			"alembic_version", "QRTZ_*", "BATCH_*", "SPRING_SESSION*", "jobrunr_*"));

	/** Spring Integration numbers the messages of its channels with the first one. */
	private static final Predicate<String> SEQUENCES = NAMES.or(NamePatterns.anyOf(List.of("INT_MESSAGE_SEQ")));

	/** Tables with any name: their names are settings of the libraries. */
	private static final List<TableShape> SHAPES = List.of(
			// the history of this migrator, and of others
			shape("revision", "direction", "started", "duration", "outcome"), TableShape.OF_FLYWAY,
			TableShape.OF_LIQUIBASE, TableShape.OF_LIQUIBASE_LOCK,
			// Spring Modulith
			shape("listener_id", "event_type", "serialized_event", "publication_date"),
			// ShedLock
			shape("name", "lock_until", "locked_at", "locked_by"),
			// db-scheduler
			shape("task_name", "task_instance", "execution_time", "picked", "last_heartbeat"),
			// Spring Session
			shape("primary_id", "session_id", "max_inactive_interval", "principal_name"),
			shape("session_primary_id", "attribute_name", "attribute_bytes"),
			// Spring Security: OAuth2, WebAuthn
			shape("client_registration_id", "principal_name", "access_token_value"),
			shape("client_id", "client_authentication_methods", "authorization_grant_types", "token_settings"),
			shape("registered_client_id", "authorization_grant_type", "authorization_code_value"),
			shape("credential_id", "user_entity_user_id", "public_key", "signature_count"));

	/** Tables with these names, and at least these columns. */
	private static final List<Named> NAMED = List.of(
			// Spring Integration: messages, groups, locks, meta data, channels
			named("INT_*", "region", "message_id"), named("INT_*", "region", "group_key"),
			named("INT_*", "region", "lock_key"), named("INT_*", "region", "metadata_key"),
			// Spring Security: access control lists
			named("acl_sid", "principal", "sid"), named("acl_class", "class"),
			named("acl_object_identity", "object_id_class", "object_id_identity"),
			named("acl_entry", "acl_object_identity", "ace_order"),
			// Spring AI
			named("SPRING_AI_CHAT_MEMORY", "conversation_id", "content"),
			// Axon: by the names of its entities, and by those of its JDBC stores
			named("domain_event_entry", "aggregate_identifier", "payload"),
			named("domainevententry", "aggregateidentifier", "payload"),
			named("snapshot_event_entry", "aggregate_identifier", "payload"),
			named("snapshotevententry", "aggregateidentifier", "payload"),
			named("token_entry", "processor_name", "segment"), named("tokenentry", "processorname", "segment"),
			named("saga_entry", "saga_id", "serialized_saga"), named("sagaentry", "sagaid", "serializedsaga"),
			named("association_value_entry", "association_key", "saga_id"),
			named("associationvalueentry", "associationkey", "sagaid"),
			named("dead_letter_entry", "dead_letter_id", "processing_group"),
			named("deadletterentry", "deadletterid", "processinggroup"));

	/**
	 * Tables with these names, and exactly these columns: another table of the user may
	 * have such a name.
	 */
	private static final List<Named> EXACT = List.of(
			// Spring Security: users, groups, remember-me, one-time tokens, WebAuthn
			named("users", "username", "password", "enabled"), named("authorities", "username", "authority"),
			named("groups", "id", "group_name"), named("group_authorities", "group_id", "authority"),
			named("group_members", "id", "username", "group_id"),
			named("persistent_logins", "username", "series", "token", "last_used"),
			named("one_time_tokens", "token_value", "username", "expires_at"),
			named("user_entities", "id", "name", "display_name"),
			named("oauth2_authorization_consent", "registered_client_id", "principal_name", "authorities"),
			// Spring AI
			named("vector_store", "id", "content", "metadata", "embedding"));

	/** Camunda, Flowable, Activiti: all of their columns have this ending. */
	private static final Predicate<String> OF_PROCESSES = NamePatterns.anyOf(List.of("ACT_*", "FLW_*"));

	private LibraryTables() {
	}

	private static TableShape shape(String... columns) {
		return new TableShape(List.of(columns));
	}

	private static Named named(String name, String... columns) {
		return new Named(NamePatterns.anyOf(List.of(name)), shape(columns));
	}

	/**
	 * Returns whether a table is one of a library, or of another migrator.
	 */
	static boolean has(Table table) {
		String name = table.name().name();
		List<String> columns = table.columns().stream().map(Column::name).toList();
		return NAMES.test(name) || columns.equals(List.of("version_num"))
				|| SHAPES.stream().anyMatch((shape) -> shape.fits(columns))
				|| NAMED.stream().anyMatch((named) -> named.names().test(name) && named.shape().fits(columns))
				|| EXACT.stream().anyMatch((named) -> named.names().test(name) && named.shape().isAll(columns))
				|| (OF_PROCESSES.test(name) && !columns.isEmpty()
						&& columns.stream().allMatch((column) -> column.endsWith("_")));
	}

	/**
	 * Returns whether a sequence that belongs to no table is one of a library.
	 */
	static boolean hasSequence(String name) {
		return SEQUENCES.test(name);
	}

	private record Named(Predicate<String> names, TableShape shape) {
	}

}
