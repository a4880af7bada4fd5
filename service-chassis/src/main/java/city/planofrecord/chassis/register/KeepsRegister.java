package city.planofrecord.chassis.register;

/** A repository whose things take effect on days; it is asked for its register when a day turns. */
public interface KeepsRegister {

    Register register();
}
