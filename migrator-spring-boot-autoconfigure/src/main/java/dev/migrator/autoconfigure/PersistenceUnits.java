package dev.migrator.autoconfigure;

import java.util.function.Function;

import dev.migrator.autogenerate.UnreadableModelException;
import dev.migrator.autogenerate.WantedSchema;

/**
 * The persistence units of the application, each as the schema that its entities need.
 * For applications with several {@link dev.migrator.Migrator} beans:
 *
 * <pre class="code">
 * &#064;Bean
 * Migrator ordersMigrator(&#064;Qualifier("orders") DataSource orders, PersistenceUnits units) {
 *     return Migrator.builder(orders)
 *         .locations("classpath:db/orders")
 *         .wantedSchema(() -&gt; units.named("ordersEntityManagerFactory"))
 *         .build();
 * }
 * </pre>
 */
public final class PersistenceUnits {

	private final Function<String, WantedSchema> schemas;

	PersistenceUnits(Function<String, WantedSchema> schemas) {
		this.schemas = schemas;
	}

	/**
	 * Returns the schema of one unit. Its factory is not started: a copy of it reads the
	 * entities, with the same settings, when the schema is read.
	 * @param factory the name of the bean of its entity manager factory
	 * @return the schema, which throws {@link UnreadableModelException} when it is read
	 * if there is no such factory
	 */
	public WantedSchema named(String factory) {
		return this.schemas.apply(factory);
	}

}
