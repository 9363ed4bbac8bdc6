package dev.migrator.actuate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import dev.migrator.Migrator;
import dev.migrator.internal.command.StatusJson;
import dev.migrator.revision.AmbiguousRevisionException;
import dev.migrator.revision.AmbiguousTargetException;
import dev.migrator.revision.InvalidTargetException;
import dev.migrator.revision.MultipleHeadsException;
import dev.migrator.revision.UnknownRevisionException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.context.ApplicationContext;

/**
 * Shows the revisions of each migrator and the state of its database, in the
 * {@linkplain StatusJson JSON shape} of the command line. Only reads.
 */
@Endpoint(id = "migrations")
public class MigrationsEndpoint {

	private final ApplicationContext context;

	/**
	 * Creates the endpoint.
	 * @param context the context whose migrators it shows, including those of its parents
	 */
	public MigrationsEndpoint(ApplicationContext context) {
		this.context = context;
	}

	/**
	 * Returns all revisions, newest first.
	 * @return the state of each migrator, by context and bean name
	 */
	@ReadOperation
	public Map<String, Object> migrations() {
		return contexts(this.context, (migrator) -> Optional.of(StatusJson.of(migrator.status())));
	}

	/**
	 * Returns one revision with its SQL.
	 * @param revision its id, or a unique prefix of it, or a branch label
	 * @return the revision in each migrator that has it, or a problem
	 */
	@ReadOperation
	public Object migration(@Selector String revision) {
		try {
			AtomicBoolean found = new AtomicBoolean();
			Map<String, Object> contexts = contexts(this.context, (migrator) -> {
				Optional<Map<String, @Nullable Object>> shape = find(migrator, revision);
				shape.ifPresent((value) -> found.set(true));
				return shape;
			});
			return found.get() ? contexts : SelectorProblem.unknown();
		}
		catch (AmbiguousRevisionException | AmbiguousTargetException | InvalidTargetException
				| MultipleHeadsException ex) {
			return SelectorProblem.of(ex);
		}
	}

	private static Optional<Map<String, @Nullable Object>> find(Migrator migrator, String revision) {
		try {
			return Optional.of(StatusJson.of(migrator.show(revision)));
		}
		catch (UnknownRevisionException ex) {
			return Optional.empty();
		}
	}

	private static Map<String, Object> contexts(ApplicationContext context,
			Function<Migrator, Optional<Map<String, @Nullable Object>>> shape) {
		Map<String, Object> contexts = new LinkedHashMap<>();
		for (ApplicationContext current = context; current != null; current = current.getParent()) {
			Map<String, Object> migrators = new LinkedHashMap<>();
			current.getBeansOfType(Migrator.class)
				.forEach((name, migrator) -> shape.apply(migrator).ifPresent((value) -> migrators.put(name, value)));
			ApplicationContext parent = current.getParent();
			Map<String, @Nullable Object> described = new LinkedHashMap<>();
			described.put("migrators", migrators);
			described.put("parentId", (parent != null) ? parent.getId() : null);
			contexts.put(Objects.requireNonNullElse(current.getId(), "application"), described);
		}
		return OperationResponseBody.of(ShownNulls.in(Map.of("contexts", contexts)));
	}

}
