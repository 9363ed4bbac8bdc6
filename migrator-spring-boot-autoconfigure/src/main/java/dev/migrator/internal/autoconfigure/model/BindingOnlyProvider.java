package dev.migrator.internal.autoconfigure.model;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.migrator.autogenerate.TargetServer;
import dev.migrator.autogenerate.UnreadableModelException;
import dev.migrator.autogenerate.WantedModel;
import dev.migrator.internal.autogenerate.hibernate.HibernateModel;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.spi.PersistenceUnitInfo;
import org.hibernate.HibernateException;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.jpa.HibernatePersistenceProvider;
import org.hibernate.jpa.boot.internal.PersistenceUnitInfoDescriptor;
import org.hibernate.jpa.boot.spi.Bootstrap;
import org.hibernate.jpa.boot.spi.EntityManagerFactoryBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.persistenceunit.SmartPersistenceUnitInfo;

/**
 * Runs Hibernate up to the point before it builds a session factory: all entities are
 * bound, and no database has been asked.
 */
final class BindingOnlyProvider extends HibernatePersistenceProvider {

	private final TargetServer server;

	private final List<String> packages;

	private @Nullable WantedModel model;

	BindingOnlyProvider(TargetServer server, List<String> packages) {
		this.server = server;
		this.packages = packages;
	}

	/**
	 * Returns whether a factory is to be started, and not only to be read.
	 */
	static boolean isNotOf(LocalContainerEntityManagerFactoryBean factory) {
		return !(factory.getPersistenceProvider() instanceof BindingOnlyProvider);
	}

	@Override
	public EntityManagerFactory createContainerEntityManagerFactory(PersistenceUnitInfo info, Map<?, ?> properties) {
		Map<String, Object> settings = new HashMap<>();
		properties.forEach((name, value) -> settings.put(String.valueOf(name), value));
		EntityManagerFactoryBuilder builder = Bootstrap.getEntityManagerFactoryBuilder(new Unit(info), settings);
		try {
			this.model = read(builder.metadata());
		}
		finally {
			builder.cancel();
		}
		return nothing();
	}

	/**
	 * Reads the model. An error here would appear when Hibernate creates tables, and not
	 * when it starts.
	 */
	private WantedModel read(MetadataImplementor metadata) {
		try {
			return HibernateModel.read(metadata, this.server, this.packages);
		}
		catch (HibernateException ex) {
			throw new UnreadableModelException(
					"Hibernate cannot tell which tables the entities need: " + ex.getMessage(),
					"Correct the mapping. Hibernate itself needs this only when it creates tables, so the "
							+ "application may start anyway.",
					ex);
		}
	}

	WantedModel model() {
		if (this.model == null) {
			throw new IllegalStateException("No persistence unit was handed over");
		}
		return this.model;
	}

	/**
	 * Returns a placeholder for the factory until it is discarded; Spring wraps it and
	 * does not call it.
	 */
	private static EntityManagerFactory nothing() {
		return (EntityManagerFactory) Proxy.newProxyInstance(EntityManagerFactory.class.getClassLoader(),
				new Class<?>[] { EntityManagerFactory.class }, (proxy, method, arguments) -> {
					throw new IllegalStateException("This entity manager factory was never started");
				});
	}

	/**
	 * The persistence unit with the packages that have annotations of their own, as
	 * Spring's provider passes them.
	 */
	private static final class Unit extends PersistenceUnitInfoDescriptor {

		private final List<String> managed = new ArrayList<>();

		Unit(PersistenceUnitInfo info) {
			super(info);
			this.managed.addAll(info.getManagedClassNames());
			if (info instanceof SmartPersistenceUnitInfo smart) {
				this.managed.addAll(smart.getManagedPackages());
			}
		}

		@Override
		public List<String> getManagedClassNames() {
			return this.managed;
		}

	}

}
