package dev.migrator.actuate;

import dev.migrator.Migrator;
import dev.migrator.internal.command.StatusJson;
import dev.migrator.result.MigrationHealth;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * The health of a migrator: up if no revision is pending up to its target, out of service
 * if one is (or stopped half-way), down if the database does not answer. A version row
 * without a script is shown, but does not change the health of an application that was
 * allowed to start with it: this is an older version beside a newer one.
 */
public class MigratorHealthIndicator extends AbstractHealthIndicator {

	private final Migrator migrator;

	/**
	 * Creates an indicator.
	 * @param migrator the migrator
	 */
	public MigratorHealthIndicator(Migrator migrator) {
		super("The state of the migrations could not be read");
		this.migrator = migrator;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		MigrationHealth health = this.migrator.health();
		boolean behind = !this.migrator.internals().pending(health).isEmpty();
		Health.Builder told = (behind || !health.halfWay().isEmpty()) ? builder.outOfService() : builder.up();
		if (!health.halfWay().isEmpty()) {
			told.withDetail("halfWay", health.halfWay().stream().map(StatusJson::of).map(ShownNulls::in).toList());
		}
		told.withDetail("current", health.current())
			.withDetail("heads", health.heads())
			.withDetail("pending", health.pending());
	}

}
