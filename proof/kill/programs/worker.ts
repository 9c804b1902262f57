import "./machine";
import "@/scripts/worker";
