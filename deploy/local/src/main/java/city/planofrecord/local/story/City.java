package city.planofrecord.local.story;

import java.time.ZoneId;

import city.planofrecord.local.client.ServiceClient;

/**
 * The running system, as those who work with it reach it.
 *
 * @param notices for the analyst, the director and the clerk, each with their own token
 * @param kafka where payroll listens, as {@code host:port}
 */
public record City(ServiceClient classification, ServiceClient paygrade, Desks notices, String kafka, ZoneId zone) {

    /** notice-service, as each role reaches it. */
    public record Desks(ServiceClient analyst, ServiceClient director, ServiceClient clerk) {}
}
